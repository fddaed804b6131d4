import type pg from 'pg';
import type { NameDecision, NamesDecided } from '../../domain/names-decided.js';
import { contradictions, isSamePair } from './content/name-decisions.js';
import { nameKey } from './content/names.js';
import type { StoryStates } from './story-states.js';

/** A decision as readers see it. */
export interface DecidedNames extends NameDecision {
  /** When it was recorded, ISO instant. */
  readonly decidedAt: string;
}

/** What stands for and against a decision about two names. */
export interface WeighedNames {
  readonly storyId: string;
  /** The last decision about them. */
  readonly previous: NameDecision | undefined;
  /** Decisions that it cannot stand beside. */
  readonly against: readonly NameDecision[];
  /** One name in two writings, which are never told apart. */
  readonly isOneName: boolean;
  /** Of the two, those that no report of the story uses. */
  readonly unused: readonly string[];
  /** Of the two, those that every report uses beside a fuller name, which it takes to be of the same. */
  readonly onlyBeside: readonly string[];
  /** Pairs that somebody has decided about. */
  readonly decided: number;
}

/** What somebody has decided about the names of stories. */
export class StoryNames {
  constructor(
    private readonly pool: pg.Pool,
    private readonly states: StoryStates,
  ) {}

  /** The last decision about each pair, oldest first; null for an unknown story. */
  async list(story: string): Promise<DecidedNames[] | null> {
    const name = await this.states.resolve(story);
    if (!name) return null;
    const { rows } = await this.pool.query<{ decision: NameDecision; decided_at: Date }>({
      name: 'dateline-decided-names',
      text: `select d.decision, c.recorded_at as decided_at
             from (select names_decided from dateline.story_headers where story_id = $1
                   order by from_version desc limit 1) h
             cross join lateral json_array_elements(h.names_decided) with ordinality d(decision, place)
             join dateline.story_changes c on c.position = (d.decision->>'position')::bigint
             order by d.place`,
      values: [name.id],
    });
    return rows.map(({ decision, decided_at }) => ({ ...decision, decidedAt: decided_at.toISOString() }));
  }

  /** Null for an unknown story. */
  async weigh(
    story: string,
    { names, are }: Pick<NamesDecided, 'names' | 'are'>,
  ): Promise<WeighedNames | null> {
    const name = await this.states.resolve(story);
    if (!name) return null;
    const decisions = (await this.list(name.id)) ?? [];
    const { rows } = await this.pool.query<{ name: string; used: boolean; own: boolean }>({
      name: 'dateline-names-used',
      text: `select n.name,
               exists (select 1 from dateline.story_articles a where a.story_id = $1 and a.names && array[lower(n.name)]) as used,
               exists (select 1 from dateline.story_articles a, json_array_elements(a.contribution->'entities') e
                       where a.story_id = $1 and a.names && array[lower(n.name)]
                         and lower(e->>'name') = lower(n.name)) as own
             from unnest($2::text[]) n(name)`,
      values: [name.id, [...names]],
    });
    return {
      storyId: name.id,
      previous: decisions.find((it) => isSamePair(it.names, names)),
      against: contradictions(decisions, { names, are }),
      isOneName: nameKey(names[0]) === nameKey(names[1]),
      unused: rows.filter((row) => !row.used).map((row) => row.name),
      onlyBeside: rows.filter((row) => row.used && !row.own).map((row) => row.name),
      decided: decisions.length,
    };
  }
}
