import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { StoryContent, StoryState } from '../../domain/story-state.js';
import { Changes, type ChangeRow } from './changes.js';
import type { StatePoint } from './member-history.js';
import { StateBuilder } from './state-builder.js';
import { StoredStates, stateBytes, type ReadyState } from './stored-states.js';
import { WholeLists } from './whole-lists.js';

/** Which state: `version` alone, or a moment on either clock or both; the newest when nothing is given. */
export interface StateQuery {
  readonly at?: Date;
  readonly knownAt?: Date;
  readonly version?: number;
}

export interface StateAnswer {
  /** The state as JSON, in UTF-8. */
  readonly body: Buffer;
  readonly version: number;
  readonly position: string;
  readonly storyId: string;
  readonly slug: string;
  /** Strong, quoted. */
  readonly etag: string;
  /** Whether this answer can never change. */
  readonly immutable: boolean;
  /** When the newest change in it was recorded. */
  readonly lastModified: Date;
}

export interface StoryName {
  readonly id: string;
  readonly slug: string;
}

const LATEST = 2_147_483_647;
const BEFORE_ALL = new Date(0);

/** Answers what a story's state was, on both clocks. */
export class StoryStates {
  private readonly builder = new StateBuilder();
  private readonly names = new LRUCache<string, StoryName>({ max: 10_000 });
  private readonly folded = new LRUCache<string, ReadyState>({ max: 200 });
  /** Promises, so that readers who ask at once wait for the same work. */
  private readonly contents = new LRUCache<string, Promise<StoryContent>>({ max: 20 });
  private readonly lists = new WholeLists();
  private readonly changes: Changes;
  private readonly stored: StoredStates;

  constructor(private readonly pool: pg.Pool) {
    this.changes = new Changes(pool);
    this.stored = new StoredStates(pool);
  }

  /** A story by id or slug; null when there is none. Names never change, so they are remembered. */
  async resolve(idOrSlug: string): Promise<StoryName | null> {
    const known = this.names.get(idOrSlug);
    if (known) return known;
    const { rows } = await this.pool.query<StoryName>({
      name: 'dateline-resolve-story',
      text: 'select story_id as id, slug from dateline.stories where slug = $1 or story_id::text = lower($1)',
      values: [idOrSlug],
    });
    const name = rows[0];
    if (!name) return null;
    this.names.set(idOrSlug, name);
    return name;
  }

  /** The state as text, ready to send; null for an unknown story, version, or one not known yet at `knownAt`. */
  async state(idOrSlug: string, query: StateQuery): Promise<StateAnswer | null> {
    const name = await this.resolve(idOrSlug);
    if (!name) return null;
    const state = await this.find(name.id, query);
    return state && this.answer(name, state, query);
  }

  /** The state parsed, and its lists whole. */
  async content(
    idOrSlug: string,
    query: StateQuery,
  ): Promise<{
    state: StoryState;
    full: StoryContent;
    version: number;
    etag: string;
    immutable: boolean;
  } | null> {
    const name = await this.resolve(idOrSlug);
    const found = name && (await this.find(name.id, query));
    if (!found) return null;
    const { body, version, etag, immutable } = await this.answer(name, found, query);
    const full = await this.wholeLists(name.id, found);
    return { state: JSON.parse(body.toString()) as StoryState, full, version, etag, immutable };
  }

  /** Nest calls it when the application closes. */
  onModuleDestroy(): Promise<void> {
    return this.lists.close();
  }

  versions(storyId: string, after: number, limit: number): Promise<ChangeRow[]> {
    return this.changes.versions(storyId, after, limit);
  }

  private async answer(name: StoryName, state: ReadyState, query: StateQuery): Promise<StateAnswer> {
    const at = (query.at ?? state.effectiveAt).toISOString();
    const knownAt = (query.knownAt ?? state.recordedAt).toISOString();
    const asked = [
      query.at && `a${query.at.getTime()}`,
      query.knownAt && `k${query.knownAt.getTime()}`,
    ].filter(Boolean);
    return {
      body: Buffer.concat([Buffer.from(`${state.head}"at":"${at}","knownAt":"${knownAt}",`), state.body]),
      version: state.version,
      position: state.position,
      storyId: name.id,
      slug: name.slug,
      etag: `"${[state.position, state.effectiveAt.getTime(), ...asked].join('-')}"`,
      immutable:
        query.version !== undefined || (query.knownAt !== undefined && (await this.isPast(query.knownAt))),
      lastModified: state.recordedAt,
    };
  }

  private wholeLists(storyId: string, point: StatePoint): Promise<StoryContent> {
    const key = `${storyId}/${point.effectiveAt.getTime()}/${point.version}`;
    const known = this.contents.get(key);
    if (known) return known;
    const full = this.builder
      .ingredients(this.pool, storyId, point)
      .then((ingredients) => this.lists.render(ingredients));
    this.contents.set(key, full);
    full.catch(() => this.contents.delete(key));
    return full;
  }

  private async find(storyId: string, query: StateQuery): Promise<ReadyState | null> {
    const version = await this.versionAsked(storyId, query);
    if (version === null) return null;
    const point = await this.stored.find(storyId, query.at ?? null, version);
    if (point && 'body' in point) return point;
    // Asked for a moment before anything was reported: the story without articles.
    return this.fold(storyId, point ?? { effectiveAt: BEFORE_ALL, version: 1 });
  }

  /** The version that bounds what may be in the answer; null when the story was not known then or has no such version. */
  private async versionAsked(storyId: string, query: StateQuery): Promise<number | null> {
    if (query.version !== undefined)
      return (await this.hasVersion(storyId, query.version)) ? query.version : null;
    return query.knownAt ? this.versionKnownAt(storyId, query.knownAt) : LATEST;
  }

  private async fold(storyId: string, point: StatePoint): Promise<ReadyState> {
    const key = `${storyId}/${point.effectiveAt.getTime()}/${point.version}`;
    const known = this.folded.get(key);
    if (known) return known;
    const state = stateBytes(await this.builder.build(this.pool, storyId, point));
    this.folded.set(key, state);
    return state;
  }

  private async versionKnownAt(storyId: string, knownAt: Date): Promise<number | null> {
    const { rows } = await this.pool.query<{ version: number }>({
      name: 'dateline-version-known-at',
      // Recorded times and versions grow together, so the index on versions serves.
      text: `select version from dateline.story_changes where story_id = $1 and recorded_at <= $2
             order by version desc limit 1`,
      values: [storyId, knownAt],
    });
    return rows[0]?.version ?? null;
  }

  private async hasVersion(storyId: string, version: number): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'select 1 from dateline.story_changes where story_id = $1 and version = $2',
      [storyId, version],
    );
    return rowCount === 1;
  }

  /** Whether everything recorded up to then is folded: what is recorded later has a later time, so nothing can be added. */
  private async isPast(knownAt: Date): Promise<boolean> {
    const { rows } = await this.pool.query<{ past: boolean }>({
      name: 'dateline-is-past',
      text: `select coalesce(bool_or(e.recorded_at > $1), false) as past
             from dateline.checkpoints c join dateline.events e on e.position = c.position
             where c.consumer = 'story-state'`,
      values: [knownAt],
    });
    return rows[0]!.past;
  }
}
