import { toResolved } from '../time/day-range.js';
import { parsedText } from '../spec-support.js';
import { namedHappenings } from './named-happenings.js';

/** Read on Wednesday 14 June 2023. */
const named = (text: string): [string, string][] => {
  const { sentences, reading } = parsedText(text);
  return sentences.flatMap((parsed) =>
    namedHappenings(parsed, reading).map(({ from, to, when }): [string, string] => [
      toResolved(when!).from,
      reading.text.slice(parsed.tokens[from]!.start, parsed.tokens[to - 1]!.end),
    ]),
  );
};

test('what is over, and only named, has its day', () => {
  expect(named("The quay is shut after Monday's fire at the old mill.")).toEqual([
    ['2023-06-12', "Monday's fire at the old mill"],
  ]);
  expect(named('The town mourned the May 2 collapse of the quay.')).toEqual([
    ['2023-05-02', 'the May 2 collapse of the quay'],
  ]);
  expect(named("Jon Orm's May 2021 death is a riddle after all.")).toEqual([]);
  expect(named("The town is calm after Jon Orm's May 2021 death.")).toEqual([
    ['2021-05-01', "Jon Orm's May 2021 death"],
  ]);
});

test('what may be to come is not told', () => {
  expect(named("Crews are ready for Saturday's race off Elm.")).toEqual([]);
  expect(named('The town is calm ahead of the June 20 vote on the quay.')).toEqual([]);
  expect(named('The crew will row in the big race on Sunday.')).toEqual([]);
  expect(named('The September 20 race off Elm is the last one.')).toEqual([]);
});

test('two words say too little, and a pronoun names nobody', () => {
  expect(named("The town is calm after Monday's fire.")).toEqual([]);
  expect(named('The town is calm since his death on Monday.')).toEqual([]);
});
