import { findClaims } from './claims/claims.js';
import { findEntities } from './entities/entities.js';
import { parseSentences } from './sentence/parse.js';
import { read } from './reading/reading.js';

/** Everything analysis makes of a text on the way to statements, for the specs beside it. Published on a Wednesday. */
export function parsedText(
  text: string,
  { title = '', publisher = 'Harbour Post', publishedAt = '2023-06-14T12:00:00Z' } = {},
) {
  const reading = read({ title, text, publisher, publishedAt, timezone: 'UTC' }, true);
  const entities = findEntities(reading);
  const sentences = parseSentences(reading, entities);
  const { list: claims, attributions } = findClaims(reading, entities, sentences);
  const words = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  return { reading, entities, sentences, claims, attributions, words };
}
