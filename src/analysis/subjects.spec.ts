import { countedThing } from './subjects.js';
import { parsedText } from './spec-support.js';

const thing = (text: string) => {
  const { entities, sentences } = parsedText(text);
  const parsed = sentences[0]!;
  return countedThing(parsed, parsed.numbers[0]!, text, entities);
};

test.each([
  ['They saw 40 displaced families in Elm.', 'families', 'displaced families in Elm'],
  ['The Guard’s four battalions there are tired.', 'battalions', 'Guard’s battalions'],
  [
    'The tanker spilled 11 million gallons of crude into Elm Bay.',
    'gallons',
    'gallons of crude spilled into Elm Bay',
  ],
  ['The population of Elm has swelled to well over a million.', 'people', 'population of Elm'],
  ['The death toll rose to 120.', 'people', 'death toll'],
  ['During the storm the population of Elm grew to 9,000.', 'people', 'population of Elm'],
  ['The crews went to Elm, whose population has risen to 9,000.', 'people', 'population of Elm'],
  ['The number of jobless Norwegians rose to 9,000.', 'people', 'number of jobless Norwegians'],
  ['Ferry sales fell 30 percent.', 'percent', 'fall in ferry sales'],
  ['Ferry sales rose by 30 percent.', 'percent', 'rise in ferry sales'],
  ['The quake killed 300 in Oslo.', 'people', 'people killed in Oslo'],
  ['They fired 300 rockets and drones at the harbour.', 'drones', 'rockets and drones fired at the harbour'],
  [
    'The board pledged €50m for the repair of the harbour.',
    'EUR',
    'money pledged for the repair of the harbour',
  ],
  ['They put the damage at $10 million.', 'USD', 'damage'],
  ['At least 50 injured in the fire were saved.', 'people', 'people injured in the fire'],
])('%s', (text, unit, subject) => expect(thing(text)).toMatchObject({ unit, subject }));

test.each([
  'They asked at least ten questions that it wants answered.',
  'Some 3,000 fighters.',
  'They lost 5 percent of it all.',
  'Some 300 claims were.',
  'They ran 40 miles.',
  'It rose 5 percent.',
])('nothing that stands alone in: %s', (text) => expect(thing(text)).toBeUndefined());
