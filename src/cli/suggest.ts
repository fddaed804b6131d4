import type { Suggestion } from '../projections/story-state/suggestions/suggestions.js';
import { ask, type ServerOptions } from './ask.js';
import { ServerError } from './ingest-stream.js';

export interface SuggestOptions extends ServerOptions {
  /** Most suggestions. */
  readonly limit: number;
  readonly json?: boolean;
}

/** Prints what stories an editor may want to merge or split, the strongest first. Answers the exit code. */
export async function suggest({ limit, json, ...server }: SuggestOptions): Promise<0 | 2> {
  try {
    const { items } = await ask<{ items: Suggestion[] }>(server, `/v1/suggestions?limit=${limit}`);
    if (json) console.log(JSON.stringify(items, null, 2));
    else if (items.length === 0)
      console.log('Nothing to suggest: no two stories look like one, and none like two.');
    else console.log(items.map(tell).join('\n\n'));
    return 0;
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    console.error(error.message);
    return 2;
  }
}

function tell({ kind, score, stories, reasons }: Suggestion): string {
  const about = stories.map(
    ({ slug, title, articles }) =>
      `“${title}” (${slug}, ${articles} ${articles === 1 ? 'article' : 'articles'})`,
  );
  const head =
    kind === 'merge'
      ? `merge  ${score.toFixed(2)}  ${about.join('\n         with  ')}`
      : `split  ${score.toFixed(2)}  ${about.join()}`;
  return [head, ...reasons.map(({ text }) => `               ${text}`)].join('\n');
}
