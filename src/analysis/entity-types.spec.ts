import { decideType, evidenceOf } from './entity-types.js';
import { findNames } from './names.js';
import { read } from './reading.js';

const typeOf = (text: string): string => {
  const reading = read({ title: '', text, publisher: 'P', publishedAt: '2023-06-14T12:00:00Z' }, true);
  const [candidate] = findNames(reading);
  return decideType(evidenceOf(candidate!), candidate!.to - candidate!.from);
};

test.each([
  ['Then Kari Vold, who runs the ferry, left.', 'person'],
  ['Then Kari Vold, 42, left.', 'person'],
  ['They fought Ashgard fighters.', 'organisation'],
  ['The retailer Ashgard closed its shops.', 'organisation'],
  ['It rained in southern Ashgard.', 'place'],
  ['It rained over the Ashgard region.', 'place'],
])('%s → %s', (text, type) => expect(typeOf(text)).toBe(type));
