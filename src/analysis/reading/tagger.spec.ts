import { tagTokens } from './tagger.js';
import { tokenize } from './tokens.js';

const tagged = (text: string): string[] => {
  const tokens = tokenize(text);
  tagTokens(tokens);
  return tokens.map((token) => `${token.text}/${token.tag}`);
};

test('tells verbs, nouns and names apart', () => {
  expect(tagged('The ferry left Elm on Monday.')).toEqual([
    'The/DET',
    'ferry/NOUN',
    'left/VERB',
    'Elm/PROPN',
    'on/ADP',
    'Monday/PROPN',
    './PUNCT',
  ]);
});

test('a capital inside a sentence belongs to a name', () => {
  expect(tagged('the Red Cross said')).toContain('Cross/PROPN');
});

test('what was read before makes no difference', () => {
  const first = tagged('The zorble drifted past Quont.');
  tagged('Zorble zorbled the zorbling zorbles of Quont again and again.');
  expect(tagged('The zorble drifted past Quont.')).toEqual(first);
});

test('words without end are tagged too, and cost no more', () => {
  expect(tagged(`${'x'.repeat(200_000)} left`)).toHaveLength(2);
});

test('a plural is a verb where a clause follows a name', () => {
  expect(tagged('Norway estimates that the two piers moved.')).toContain('estimates/VERB');
  expect(tagged('The estimates that were made are wrong.')).toContain('estimates/NOUN');
});

test('a team called by a number is no number', () => {
  expect(tagged('The Elm 76ers fired coach Orm.')).toEqual(
    expect.arrayContaining(['76ers/NOUN', 'fired/VERB']),
  );
});

test('between "his" and a noun no verb fits', () => {
  expect(tagged('Kari Vold announced his live concerts.')).toContain('live/ADJ');
});

test('a past form is a verb where nothing else can stand', () => {
  expect(tagged('The crew rescued two sailors.')).toContain('rescued/VERB');
  expect(tagged('The crew fed a hundred sailors.')).not.toContain('hundred/VERB');
});

test('between who says it and a clause stands a verb: "prosecutors claim the …"', () => {
  expect(tagged('Prosecutors claim the guard caused the fall.')).toContain('claim/VERB');
  expect(tagged('The team claims Ann Roe is a poor guard.')).toContain('claims/VERB');
  expect(tagged('Officials fear the toll will rise.')).toContain('fear/VERB');
  expect(tagged('The group reports of May were lost.')).toContain('reports/NOUN');
  expect(tagged('Vold claims the guard caused the fall.')).toContain('claims/VERB');
  expect(tagged('The prosecution alleged that a guard caused the fall.')).toContain('alleged/VERB');
});

test('a given name at the beginning is a name, though it is a verb, too', () => {
  expect(tagged('Rob Jones, a driver, said his boat was lost.')[0]).toBe('Rob/PROPN');
});

test('behind a quotation as inside a sentence a capital belongs to a name', () => {
  expect(tagged('“The quay is old,” Fed chief Ann Roe said.')).toContain('Fed/PROPN');
});

test('a plural behind a verb is its object', () => {
  expect(tagged('The mayor, who has resisted calls to go, said so.')).toContain('calls/NOUN');
  expect(tagged('Norway says it calls for talks.')).toContain('calls/VERB');
});

test('"shot" and "split" between who and what are verbs', () => {
  expect(tagged('A man shot two sailors on Tuesday.')).toContain('shot/VERB');
  expect(tagged('The new boards split yesterday over the quay.')).toContain('split/VERB');
  expect(tagged('The first shot of the day sank a boat.')).toContain('shot/NOUN');
});

test('"live" and "aged" behind a verb are none, "plan" behind a plural is one', () => {
  expect(tagged('The race will be shown live from Elm.')).toContain('live/ADV');
  expect(tagged('The captain died aged 50 in Elm.')).toContain('aged/ADV');
  expect(tagged('The owners plan to sell the boats.')).toContain('plan/VERB');
  expect(tagged("The owners' plan to sell the boats failed.")).toContain('plan/NOUN');
});

test('"a stabbing in" is a thing', () => {
  expect(tagged('A man was held after a stabbing in Elm.')).toContain('stabbing/NOUN');
});
