import { articleOf, storyOf } from '../../../test/fixtures/threading-articles.js';
import { excerpts, nearMiss } from './near-miss.js';
import { matchTracked } from './tracked.js';

const anyOf = ['dock workers', 'harbour strike', 'Velda port'];
const report = articleOf(
  'Dock workers in Velda begin strike',
  [
    'Dock workers in the port of Velda stopped work on Monday over wages, their union said.',
    'No ship left the harbour. The strike is the first in nine years.',
    'The mayor was at the opera. Talks to end the strike of the dock workers are to begin on Thursday.',
  ].join('\n\n'),
);
const why = (profile: Parameters<typeof storyOf>[0]): string =>
  nearMiss(report, storyOf(profile))?.why.join() ?? 'no near miss';

test('what is caught is no near miss, and what is far is none either', () => {
  expect(matchTracked(report, storyOf({ anyOf }))).not.toBeNull();
  expect(why({ anyOf })).toBe('no near miss');
  const far = articleOf('Opera opens', 'The opera in Lissen opened on Monday with a new hall.');
  expect(nearMiss(far, storyOf({ anyOf, allOf: ['Velda'] }))).toBeNull();
});

test('says which part of the profile keeps an article out', () => {
  expect(why({ anyOf, noneOf: ['union'] })).toBe('“union” of `noneOf` occurs');
  expect(why({ anyOf, allOf: ['Velda', 'Brandt'] })).toBe('“Brandt” of `allOf` does not occur');
  expect(why({ anyOf: ['tramway'] })).toMatch(
    /^no term of `anyOf` occurs, though words of the description do:.*dock.*Velda/,
  );
  expect(why({ anyOf, from: '2031-05-11T00:00:00.000Z' })).toMatch(/^published on 2031-05-10, before `from`/);
  expect(why({ anyOf, to: '2031-05-09T23:59:59.999Z' })).toMatch(/^published on 2031-05-10, after `to`/);
});

test('words of the description are told without what only grammar adds', () => {
  const about = {
    title: 'The dispute',
    description: 'The port’s dock workers, and their union’s strike over wages.',
  };
  const terms = excerpts(report, storyOf({ anyOf: ['harbour strike'] }, about)).flatMap((it) => it.terms);
  expect(terms).toEqual(expect.arrayContaining(['port', 'union']));
});

test('tells how much is lacking when all there is is too little', () => {
  const passing = articleOf(
    'Mayor Ilse Brandt wins a second term',
    [
      'Ilse Brandt was elected mayor for a second time on Sunday, the election office said.',
      'She received 54 percent of the vote, ahead of Pavel Horn.',
      'Dock workers at the harbour cheered her in the evening.',
      'Horn congratulated her in the evening and thanked those who had helped him.',
    ].join('\n\n'),
  );
  const story = storyOf({ anyOf });
  expect(matchTracked(passing, story)).toBeNull();
  const miss = nearMiss(passing, story)!;
  expect(miss.why).toEqual([expect.stringMatching(/^1 of 4 passages tell of it, and that is too little/)]);
  expect(miss.score).toBeLessThan(0.5);
  expect(miss.why[0]).toContain(`${(Math.floor(miss.score * 100) / 100).toFixed(2)} of the 0.50 it takes`);
  expect(excerpts(passing, story)).toMatchObject([
    { text: 'Dock workers at the harbour cheered her in the evening.' },
  ]);
});

test('excerpts are the telling sentences of the strongest passages, with their characters and the words that tell', () => {
  const found = excerpts(report, storyOf({ anyOf }));
  expect(found.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^Dock workers in the port/),
    expect.stringMatching(/^Talks to end the strike of the dock workers/),
  ]);
  for (const { start, end, text } of found) expect(report.text.slice(start, end)).toBe(text);
  expect(found[0]!.terms).toContain('dock workers');
});
