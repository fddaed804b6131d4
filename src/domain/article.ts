import { Problem } from '../shared/problem.js';
import type { ModelAnswer } from './model-answer.js';
import type { Analysis } from './statements.js';

/** One fetched text of an article, as it was taken in, after text hygiene. */
export interface ArticleRevision {
  readonly articleId: string;
  /** 1 for the first text, dense. */
  readonly revision: number;
  readonly url?: string;
  readonly externalId?: string;
  readonly title: string;
  readonly text: string;
  readonly publisher: string;
  readonly byline?: string;
  /** ISO instant as given; `occurredAt` of the event is the same, or clamped when it lies in the future. */
  readonly publishedAt: string;
  readonly language?: string;
  /** IANA zone of the newsroom; "Wednesday" is a day there. UTC when absent. */
  readonly timezone?: string;
  /** SHA-256 over the fields above but `articleId` and `revision`; the same again is `unchanged`. */
  readonly contentHash: string;
}

/** Stream `article-<articleId>`. */
export type ArticleEvent =
  | { readonly type: 'ArticleIngested'; readonly data: ArticleRevision }
  | { readonly type: 'ArticleRevised'; readonly data: ArticleRevision }
  | {
      readonly type: 'ArticleRetracted';
      readonly data: { readonly articleId: string; readonly reason: string };
    }
  | { readonly type: 'ArticleErased'; readonly data: { readonly articleId: string; readonly reason: string } }
  | { readonly type: 'ArticleAnalyzed'; readonly data: ArticleAnalyzed };

export interface ArticleAnalyzed {
  readonly articleId: string;
  readonly revision: number;
  /** Position of the `ArticleIngested` or `ArticleRevised` whose text this is. */
  readonly textPosition: string;
  readonly analysis: Analysis;
  /** What models answered, recorded so that a rebuild never asks again; empty when none was asked. */
  readonly models: readonly ModelAnswer[];
}

/** Schema version of {@link ArticleAnalyzed} as it is written now; see upcast.ts. */
export const ARTICLE_ANALYZED_VERSION = 2;

export type ArticleState =
  | { readonly status: 'absent' }
  | {
      readonly status: 'present' | 'retracted' | 'erased';
      readonly revision: number;
      readonly contentHash: string;
      readonly url?: string;
      readonly externalId?: string;
    };

export const absentArticle: ArticleState = { status: 'absent' };

/** Folds one event of an article's stream; pure. */
export function evolveArticle(state: ArticleState, event: ArticleEvent): ArticleState {
  switch (event.type) {
    case 'ArticleIngested':
    case 'ArticleRevised':
      return {
        status: 'present',
        revision: event.data.revision,
        contentHash: event.data.contentHash,
        url: event.data.url,
        externalId: event.data.externalId,
      };
    case 'ArticleRetracted':
      return state.status === 'absent' ? state : { ...state, status: 'retracted' };
    case 'ArticleErased':
      // Its texts are gone from the log, and so may all that was known of them be.
      return { status: 'erased', revision: state.status === 'absent' ? 0 : state.revision, contentHash: '' };
    case 'ArticleAnalyzed':
      return state;
    default: {
      const never: never = event;
      return never;
    }
  }
}

export type TakeInOutcome = 'created' | 'unchanged' | 'revised';

/**
 * Decides what a text taken in under an identity is: new, the same again, or a revision.
 *
 * What an editor took out stays out, whatever a feed sends again: a retracted article is `unchanged` by its old text and
 * refuses a new one, an erased article refuses both.
 *
 * @param fields the revision without its number; `contentHash` decides sameness
 * @throws Problem 409 when the article was retracted, 410 when it was erased
 */
export function takeIn(
  state: ArticleState,
  fields: Omit<ArticleRevision, 'revision'>,
): { outcome: TakeInOutcome; revision: number; events: ArticleEvent[] } {
  if (state.status === 'absent') {
    return {
      outcome: 'created',
      revision: 1,
      events: [{ type: 'ArticleIngested', data: { ...fields, revision: 1 } }],
    };
  }
  if (state.status === 'erased') {
    throw new Problem(
      410,
      'article-erased',
      'The article was erased',
      'It is not taken in again. Leave it out.',
    );
  }
  if (state.contentHash === fields.contentHash) {
    return { outcome: 'unchanged', revision: state.revision, events: [] };
  }
  if (state.status === 'retracted') {
    const detail = 'An editor took it out, so no new text of it is taken in. Leave it out, or ask an editor.';
    throw new Problem(409, 'article-retracted', 'The article was retracted', detail);
  }
  const revision = state.revision + 1;
  return {
    outcome: 'revised',
    revision,
    events: [{ type: 'ArticleRevised', data: { ...fields, revision } }],
  };
}
