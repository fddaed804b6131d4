import type { NameDecision } from '../../domain/names-decided.js';
import type { Queryable } from '../../shared/pg.js';
import type { Aggregate } from './content/aggregate.js';
import type { Contribution } from './content/contribution.js';
import { NameDecisions } from './content/name-decisions.js';
import { render } from './content/render.js';
import { FoldMemo, foldMembers, type FoldSource, type Member } from './keyframes.js';
import type { MemberHistory, StatePoint } from './member-history.js';
import { statusAt } from './status.js';

export type { StatePoint };

/** A state as it is stored: JSON text before and after its two clocks. */
export interface BuiltState extends StatePoint {
  readonly position: string;
  readonly recordedAt: Date;
  readonly head: string;
  readonly body: string;
}

export interface Ingredients {
  /** Of every article, as JSON text, in publication order. */
  readonly contributions: readonly string[];
  readonly names: readonly NameDecision[];
}

/** Called with keyframes that had to be folded, to store them; a reader keeps none. */
export type KeepKeyframe = (digest: Buffer, aggregate: Aggregate) => void;

const MAX_CACHED_KEYFRAMES = 400;
/** Stories whose last fold is remembered: a few MB each when they are long. */
const MAX_MEMOS = 16;

/** Builds states from what is stored of a story; the only place that does, so every way to a state gives the same bytes. */
export class StateBuilder {
  private readonly cache = new Map<string, Aggregate>();
  private readonly memos = new Map<string, FoldMemo>();

  /** One state, as a reader asks for it. */
  async build(
    client: Queryable,
    storyId: string,
    point: StatePoint,
    keep?: KeepKeyframe,
  ): Promise<BuiltState> {
    const [headers, members] = await Promise.all([
      readHeaders(client, storyId, [point]),
      readMembers(client, storyId, point),
    ]);
    return this.fold(client, storyId, point, headers[0], members, keep);
  }

  /** Many of one story, whose members are at hand. */
  async buildAll(
    client: Queryable,
    storyId: string,
    points: readonly StatePoint[],
    history: MemberHistory,
    keep: KeepKeyframe,
  ): Promise<BuiltState[]> {
    const headers = await readHeaders(client, storyId, points);
    const states: BuiltState[] = [];
    for (const [i, point] of points.entries()) {
      states.push(await this.fold(client, storyId, point, headers[i], history.at(point), keep));
    }
    return states;
  }

  /** What the lists of a state are rendered of. */
  async ingredients(client: Queryable, storyId: string, point: StatePoint): Promise<Ingredients> {
    const [headers, members] = await Promise.all([
      readHeaders(client, storyId, [point]),
      readMembers(client, storyId, point),
    ]);
    const contributions = await readContributions<string>(client, storyId, members, 'contribution::text');
    return { contributions, names: headers[0]?.names ?? [] };
  }

  private async fold(
    client: Queryable,
    storyId: string,
    point: StatePoint,
    header: Header | undefined,
    members: readonly Member[],
    keep: KeepKeyframe = () => undefined,
  ): Promise<BuiltState> {
    if (!header) throw new Error(`story ${storyId} has no version ${point.version}`);
    const aggregate = await foldMembers(members, this.source(client, storyId, keep), this.memoOf(storyId));
    const { title, status, mergedInto, names, slug, position, recordedAt } = header;
    const named = { id: storyId, slug, title, status, ...(mergedInto === null ? {} : { mergedInto }) };
    const head = JSON.stringify({ ...named, version: point.version }).slice(0, -1) + ',';
    const body = JSON.stringify({ position, ...render(aggregate, new NameDecisions(names)) }).slice(1);
    return { ...point, position, recordedAt, head, body };
  }

  private source(client: Queryable, storyId: string, keep: KeepKeyframe): FoldSource {
    return {
      keyframes: (digests) => this.readKeyframes(client, storyId, digests),
      contributions: (members) => readContributions(client, storyId, members),
      folded: (digest, aggregate) => {
        this.remember(cacheKey(storyId, digest), aggregate);
        keep(digest, aggregate);
      },
    };
  }

  private async readKeyframes(
    client: Queryable,
    storyId: string,
    digests: readonly Buffer[],
  ): Promise<Map<string, Aggregate>> {
    const found = new Map<string, Aggregate>();
    const missing: Buffer[] = [];
    for (const digest of digests) {
      const cached = this.cache.get(cacheKey(storyId, digest));
      if (cached) found.set(digest.toString('hex'), cached);
      else missing.push(digest);
    }
    if (missing.length === 0) return found;
    const { rows } = await client.query<{ digest: Buffer; aggregate: Aggregate }>({
      name: 'dateline-read-keyframes',
      text: `select digest, aggregate from dateline.story_keyframes where story_id = $1 and digest = any($2::bytea[])`,
      values: [storyId, missing],
    });
    for (const row of rows) {
      this.remember(cacheKey(storyId, row.digest), row.aggregate);
      found.set(row.digest.toString('hex'), row.aggregate);
    }
    return found;
  }

  private memoOf(storyId: string): FoldMemo {
    const memo = this.memos.get(storyId) ?? new FoldMemo();
    this.memos.delete(storyId);
    this.memos.set(storyId, memo);
    if (this.memos.size > MAX_MEMOS) this.memos.delete(this.memos.keys().next().value!);
    return memo;
  }

  private remember(key: string, aggregate: Aggregate): void {
    if (this.cache.size >= MAX_CACHED_KEYFRAMES) {
      const oldest = this.cache.keys().next().value;
      if (oldest !== undefined) this.cache.delete(oldest);
    }
    this.cache.set(key, aggregate);
  }
}

/** With the story: two stories may have the same articles at the same versions, by other passages of each. */
const cacheKey = (storyId: string, digest: Buffer): string => `${storyId}/${digest.toString('hex')}`;

interface Header {
  readonly slug: string;
  readonly title: string;
  readonly status: string;
  readonly mergedInto: string | null;
  readonly names: readonly NameDecision[];
  readonly position: string;
  readonly recordedAt: Date;
}

/** In the order of `points`. */
async function readHeaders(
  client: Queryable,
  storyId: string,
  points: readonly StatePoint[],
): Promise<Header[]> {
  const { rows } = await client.query<Header>({
    name: 'dateline-read-headers',
    text: `select s.slug, h.title, ${statusAt('$1', 'p.version', 'p.effective_at')} as status, h.merged_into as "mergedInto",
             coalesce(h.names_decided, '[]') as names,
             c.position::text as position, c.recorded_at as "recordedAt"
           from unnest($2::int[], $3::timestamptz[]) with ordinality p(version, effective_at, place)
           join dateline.stories s on s.story_id = $1
           join dateline.story_changes c on c.story_id = $1 and c.version = p.version
           cross join lateral (select title, status, merged_into, names_decided from dateline.story_headers
                               where story_id = $1 and from_version <= p.version order by from_version desc limit 1) h
           order by p.place`,
    values: [storyId, points.map((point) => point.version), points.map((point) => point.effectiveAt)],
  });
  return rows;
}

/** The articles a state rests on, in publication order. */
async function readMembers(client: Queryable, storyId: string, point: StatePoint): Promise<Member[]> {
  const { rows } = await client.query<Member>({
    name: 'dateline-read-members',
    text: `select article_id as "articleId", from_version as "fromVersion", revision
           from dateline.story_articles
           where story_id = $1 and published_at <= $2 and from_version <= $3 and (to_version is null or to_version > $3)
           order by published_at, article_id`,
    values: [storyId, point.effectiveAt, point.version],
  });
  return rows;
}

/** In the order of `members`. */
async function readContributions<T = Contribution>(
  client: Queryable,
  storyId: string,
  members: readonly Member[],
  column: 'contribution' | 'contribution::text' = 'contribution',
): Promise<T[]> {
  if (members.length === 0) return [];
  const { rows } = await client.query<{ article_id: string; contribution: T }>({
    name: `dateline-read-${column}`,
    text: `select a.article_id, a.${column} as contribution
           from dateline.story_articles a
           join unnest($2::uuid[], $3::int[]) m(article_id, from_version) using (article_id, from_version)
           where a.story_id = $1`,
    values: [storyId, members.map((member) => member.articleId), members.map((member) => member.fromVersion)],
  });
  const byArticle = new Map(rows.map((row) => [row.article_id, row.contribution]));
  return members.map((member) => {
    const contribution = byArticle.get(member.articleId);
    if (!contribution) throw new Error(`story ${storyId}: no contribution of article ${member.articleId}`);
    return contribution;
  });
}
