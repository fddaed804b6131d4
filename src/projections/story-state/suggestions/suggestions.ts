import { setImmediate as turn } from 'node:timers/promises';
import type pg from 'pg';
import type { Reason } from '../../../domain/story.js';
import type { EventLog } from '../../../event-log/event-log.js';
import { derivedId } from '../../../shared/ids.js';
import { statusAt } from '../status.js';
import { Rarity, reportOf, type Report, type StoryEvidence } from './evidence.js';
import { mergeReasons, splitReasons } from './reasons.js';
import { suggestMerges, type Merge } from './merges.js';
import { suggestSplit, type Split } from './splits.js';

/** The stories that changed last, and of each its newest articles: bounds time and memory however long the log. */
const MAX_STORIES = 1_000;
const MAX_ARTICLES_OF_STORY = 60;
const MAX_ARTICLES = 6_000;
const MAX_SUGGESTIONS = 500;
/** While the log moves on, suggestions are as old as this at the most. */
const MAX_AGE_MS = 30_000;

export interface SuggestedStory {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly tracked: boolean;
  readonly status: string;
  /** All of its articles. */
  readonly articles: number;
}

/** What a suggestion rests on. Parts are those of a split, the older first. */
export interface SuggestionEvidence {
  /** In both, the most telling first. */
  readonly names: readonly string[];
  readonly articles: readonly string[];
  readonly parts: readonly {
    readonly articles: readonly string[];
    readonly from: string;
    readonly to: string;
    readonly terms: readonly string[];
  }[];
}

/** Something that an editor may do. Nothing does it unasked. */
export interface Suggestion {
  /** The same as long as it is about the same stories. */
  readonly id: string;
  readonly kind: 'merge' | 'split';
  /** 0..1 */
  readonly score: number;
  /** Two of a merge, one of a split. */
  readonly stories: readonly SuggestedStory[];
  readonly reasons: readonly Reason[];
  readonly evidence: SuggestionEvidence;
}

export interface SuggestionList {
  /** The strongest first. */
  readonly suggestions: readonly Suggestion[];
  readonly considered: { readonly stories: number; readonly articles: number };
}

interface Candidate extends SuggestedStory {
  readonly evidence: StoryEvidence;
}

/**
 * Stories that look like one, and stories that look like two, found by what their newest articles share of headline words
 * and names and when they were published. Computed when asked for, from the read model alone: the same rows give the
 * same suggestions.
 */
export class Suggestions {
  private last: { version: string; at: number; list: Promise<SuggestionList> } | null = null;

  constructor(
    private readonly pool: pg.Pool,
    private readonly log: EventLog,
  ) {}

  async list(): Promise<SuggestionList> {
    const version = await this.version();
    const { last } = this;
    if (last && (last.version === version || Date.now() - last.at < MAX_AGE_MS)) return last.list;
    const list = this.compute();
    this.last = { version, at: Date.now(), list };
    // A failure is not kept.
    list.catch(() => (this.last = null));
    return list;
  }

  private async version(): Promise<string> {
    const { rows } = await this.pool.query<{ position: string }>(
      'select coalesce(max(position), 0)::text as position from dateline.story_changes',
    );
    return rows[0]!.position;
  }

  private async compute(): Promise<SuggestionList> {
    const stories = await this.load();
    const byId = new Map(stories.map((story) => [story.id, story]));
    const evidence = stories.map((story) => story.evidence);
    const apart = await this.splitByEditors();
    await turn();
    const rarity = new Rarity(evidence);
    await turn();
    const found: Suggestion[] = suggestMerges(evidence, rarity)
      .filter(({ stories: [a, b] }) => !apart.has(`${a} ${b}`))
      .slice(0, MAX_SUGGESTIONS)
      .map((merge) => asSuggestion(merge, byId));
    for (const story of evidence) {
      await turn();
      const split = suggestSplit(story, rarity);
      if (split) found.push(fromSplit(split, byId));
    }
    return {
      suggestions: found
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, MAX_SUGGESTIONS),
      considered: {
        stories: stories.length,
        articles: evidence.reduce((sum, { reports }) => sum + reports.length, 0),
      },
    };
  }

  private async load(): Promise<Candidate[]> {
    const { rows } = await this.pool.query<Row>({
      name: 'dateline-suggestion-evidence',
      text: `select s.story_id as id, s.slug, s.tracked, h.title, st.status, n.articles,
               a.article_id, a.published_at, a.title as headline, a.names
             from (select * from dateline.stories order by updated_at desc, story_id limit $1) s
             cross join lateral (select title, status from dateline.story_headers x
                                 where x.story_id = s.story_id order by from_version desc limit 1) h
             cross join lateral (select ${statusAt('s.story_id', 's.version', "'infinity'")} as status) st
             cross join lateral (select count(*)::int as articles from dateline.story_articles x
                                 where x.story_id = s.story_id and to_version is null) n
             cross join lateral (select article_id, published_at, contribution->'article'->>'title' as title,
                                   array(select form from json_array_elements(contribution->'entities') entity,
                                           lateral (select entity->>'name'
                                                    union all select json_array_elements_text(entity->'aliases')) it(form)) as names
                                 from dateline.story_articles x
                                 where x.story_id = s.story_id and to_version is null
                                 order by published_at desc, article_id limit $2) a
             where st.status in ('open', 'dormant')
             order by s.updated_at desc, s.story_id limit $3`,
      values: [MAX_STORIES, MAX_ARTICLES_OF_STORY, MAX_ARTICLES],
    });
    const stories = new Map<string, Candidate & { evidence: { reports: Report[] } }>();
    for (const row of rows) {
      const { id, slug, tracked, title, status, articles } = row;
      let story = stories.get(id);
      if (!story) {
        story = { id, slug, title, tracked, status, articles, evidence: { id, tracked, reports: [] } };
        stories.set(id, story);
      }
      story.evidence.reports.push(
        reportOf(row.article_id, row.published_at.getTime(), row.headline ?? '', row.names),
      );
    }
    return [...stories.values()];
  }

  /** Pairs that a person has told apart. What a person has decided is not put in question again. */
  private async splitByEditors(): Promise<Set<string>> {
    const { rows } = await this.pool.query<{ position: string }>(
      `select position from dateline.story_changes where cause = 'StorySplit'`,
    );
    const events = await this.log.readPositions(rows.map(({ position }) => BigInt(position)));
    return new Set(
      events.flatMap(({ data }) => {
        const { storyId, intoStoryId } = data as { storyId: string; intoStoryId: string };
        return [`${storyId} ${intoStoryId}`, `${intoStoryId} ${storyId}`];
      }),
    );
  }
}

interface Row {
  id: string;
  slug: string;
  tracked: boolean;
  title: string;
  status: string;
  articles: number;
  article_id: string;
  published_at: Date;
  headline: string | null;
  names: string[];
}

const rounded = (score: number): number => Math.round(score * 1000) / 1000;

function named(ids: readonly string[], byId: ReadonlyMap<string, Candidate>): SuggestedStory[] {
  return ids.map((id) => {
    const { evidence: _, ...story } = byId.get(id)!;
    return story;
  });
}

function asSuggestion(merge: Merge, byId: ReadonlyMap<string, Candidate>): Suggestion {
  return {
    id: derivedId('suggestion', 'merge', ...merge.stories),
    kind: 'merge',
    score: rounded(merge.score),
    stories: named(merge.stories, byId),
    reasons: mergeReasons(merge),
    evidence: { names: merge.names.slice(0, 20), articles: merge.articles, parts: [] },
  };
}

function fromSplit(split: Split, byId: ReadonlyMap<string, Candidate>): Suggestion {
  return {
    id: derivedId('suggestion', 'split', split.story),
    kind: 'split',
    score: rounded(split.score),
    stories: named([split.story], byId),
    reasons: splitReasons(split),
    evidence: {
      names: [],
      articles: [],
      parts: split.parts.map(({ articles, first, last, terms }) => ({
        articles,
        from: new Date(first).toISOString(),
        to: new Date(last).toISOString(),
        terms,
      })),
    },
  };
}
