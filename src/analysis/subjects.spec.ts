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
  ['At least 50 injured in the fire were saved.', 'people', 'people injured in the fire'],
])('%s', (text, unit, subject) => expect(thing(text)).toMatchObject({ unit, subject }));

test.each(['Some 300 claims were.', 'They ran 40 miles.', 'It rose 5 percent.'])(
  'nothing that stands alone in: %s',
  (text) => expect(thing(text)).toBeUndefined(),
);
