import type { Analysis } from '../../domain/statements.js';
import { articleOf, storyOf } from '../../../test/fixtures/threading-articles.js';
import { matchTracked } from './tracked.js';

const strike = storyOf({ anyOf: ['dock workers', 'harbour strike', 'Velda port'] });

const report = articleOf(
  'Dock workers in Velda begin strike',
  [
    'Dock workers in the port of Velda stopped work on Monday over wages, their union said.',
    'No ship left the harbour. The strike is the first in nine years.',
    'Talks to end the strike are to begin on Thursday, a spokeswoman of the port said.',
  ].join('\n\n'),
);

const onElection = articleOf(
  'Mayor Ilse Brandt wins a second term',
  [
    'Ilse Brandt was elected mayor for a second time on Sunday, the election office said.',
    'She received 54 percent of the vote, ahead of Pavel Horn.',
    'Her first term saw the harbour strike: dock workers left the port of Velda while talks over wages failed.',
    'Brandt wants to build schools and to renew the tramway.',
    'Horn congratulated her in the evening and thanked those who had helped him.',
  ].join('\n\n'),
);

const textOf = (article: typeof report, spans: readonly { start: number; end: number }[]): string[] =>
  spans.map(({ start, end }) => article.text.slice(start, end).slice(0, 12));

test('a report of the story is primary, with all its passages', () => {
  const match = matchTracked(report, strike)!;
  expect(match).toMatchObject({ role: 'primary' });
  expect(match.score).toBeGreaterThan(0.8);
  expect(match.passages).toHaveLength(3);
  expect(match.reasons).toContainEqual(
    expect.objectContaining({ kind: 'headline', text: '“dock workers” in the headline' }),
  );
});

test('a report that tells of it in one passage is background, with that passage alone', () => {
  const match = matchTracked(onElection, strike)!;
  expect(match.role).toBe('background');
  expect(textOf(onElection, match.passages)).toEqual(['Her first te']);
  expect(match.score).toBeLessThan(matchTracked(report, strike)!.score);
});

test('each passage says how much it tells of the story, and where it has several sentences, each of them', () => {
  const [first, second] = matchTracked(report, strike)!.passages;
  expect(first!.strength).toBeGreaterThan(0.5);
  expect(first!.strengths).toBeUndefined();
  expect(second!.strengths).toHaveLength(2);
  expect(Math.max(...second!.strengths!)).toBeLessThanOrEqual(second!.strength!);
  expect(matchTracked(onElection, strike)!.passages[0]!.strength).toBeGreaterThanOrEqual(0.5);
});

test('a word in passing does not make an article part of the story', () => {
  const passing = articleOf(
    onElection.title,
    onElection.text.replace(/Her first[^\n]*/, 'Dock workers cheered her.'),
  );
  expect(matchTracked(passing, strike)).toBeNull();
});

test('noneOf, allOf and the window rule out', () => {
  const { anyOf } = strike.profile;
  expect(matchTracked(report, storyOf({ anyOf, noneOf: ['union'] }))).toBeNull();
  expect(matchTracked(report, storyOf({ anyOf, allOf: ['Velda'] }))).not.toBeNull();
  expect(matchTracked(report, storyOf({ anyOf, allOf: ['Velda', 'Brandt'] }))).toBeNull();
  expect(matchTracked(report, storyOf({ anyOf, from: '2031-05-11T00:00:00Z' }))).toBeNull();
  expect(matchTracked(report, storyOf({ anyOf, to: '2031-05-10T11:59:59Z' }))).toBeNull();
  expect(
    matchTracked(report, storyOf({ anyOf, from: '2031-05-10T12:00:00Z', to: '2031-05-10T12:00:00Z' })),
  ).not.toBeNull();
  expect(matchTracked(report, storyOf({ anyOf, to: '2031-05-10' }))).not.toBeNull();
});

test('what all reports must have is no evidence by itself', () => {
  const story = storyOf(
    { anyOf: ['tramway'], allOf: ['Brandt'] },
    { title: 'New tramway', description: 'Plans for a tramway.' },
  );
  expect(matchTracked(onElection, story)).toBeNull();
});

test('a teaser at the end of a primary report is left out, and so is what stands behind a run of them', () => {
  const teasers = [
    'Heat wave grips southern vineyards as growers fear an early harvest',
    'Celebrity chef opens twelfth restaurant despite lukewarm reviews',
    'Astronomers photograph distant comet through amateur telescope',
    'Quarterly profits disappoint furniture maker and its investors',
    'Dock workers in the port of Velda remember an earlier strike over wages',
  ];
  const page = articleOf(report.title, [report.text, ...teasers].join('\n\n'));
  expect(matchTracked(page, strike)!.passages).toEqual(matchTracked(report, strike)!.passages);
  const one = articleOf(report.title, [report.text, teasers[0]!].join('\n\n'));
  expect(matchTracked(one, strike)!.passages).toHaveLength(3);
});

test('an article without a readable passage is judged by its headline', () => {
  const bare = articleOf('Dock workers of Velda port on strike over wages', '');
  expect(matchTracked(bare, strike)).toMatchObject({ role: 'primary', passages: [] });
});

test('reasons quote the story, never the article', () => {
  const secret = articleOf(report.title, report.text.replace('their union', 'Quillfeather'));
  expect(JSON.stringify(matchTracked(secret, strike)!.reasons)).not.toMatch(/Quillfeather/i);
});

test('depends on article and story alone', () => {
  const first = matchTracked(report, strike);
  matchTracked(onElection, strike);
  expect(matchTracked({ ...report }, { ...strike })).toEqual(first);
});

describe('a story about a person', () => {
  const trial = storyOf(
    { anyOf: ['Pavel Horn'] },
    { title: 'The trial of Pavel Horn', description: 'The trial of the banker over lost deposits.' },
  );
  const text = [
    'The banker Pavel Horn was questioned for six hours on Monday.',
    'Horn denied that he had known of anything.',
    'Two clerks told the court that Horn had signed each paper himself.',
    'Nobody had asked Horn about the paintings.',
  ].join('\n\n');
  const horn = { name: 'Pavel Horn', type: 'person' as const, aliases: ['Horn'], mentions: [] };
  const read = (entities: Analysis['entities']): ReturnType<typeof matchTracked> => {
    const article = articleOf('Six hours of questions', text);
    return matchTracked({ ...article, analysis: { ...article.analysis, entities } }, trial);
  };
  const passages = (match: ReturnType<typeof matchTracked>): number =>
    match?.passages.filter(({ strength = 0 }) => strength >= 0.5).length ?? 0;

  test('has the passages that give the last name alone', () => {
    expect(passages(read([horn]))).toBe(4);
    expect(read([horn])!.reasons).toContainEqual(
      expect.objectContaining({ text: '“Pavel Horn” in 4 passages' }),
    );
  });

  test('has not those that may name somebody else', () => {
    const son = { ...horn, name: 'Emil Horn' };
    expect(passages(read([horn, son]))).toBeLessThan(2);
  });
});

test('what is of a country tells of it, though less than its name', () => {
  const floods = storyOf(
    { anyOf: ['floods', 'lost homes'], allOf: ['Norway'] },
    { title: 'Floods in the north', description: 'Floods, and the help for those who lost their homes.' },
  );
  const report = (people: string): ReturnType<typeof matchTracked> =>
    matchTracked(
      articleOf(
        `After floods, homes for ${people}`,
        `The floods left lost homes behind, and now help reached ${people}.`,
      ),
      floods,
    );
  const adjective = report('the Norwegians')!;
  expect(adjective.reasons.map(({ text }) => text)).toContain(
    '“floods”, the adjective of “Norway” in the headline',
  );
  expect(adjective.score).toBeLessThan(report('villages in Norway')!.score);
  expect(report('Swedes')).toBeNull();
});

test('a single common word, all that an editor asks for, finds reports about it and none that only has it', () => {
  const harbour = storyOf({ anyOf: ['harbour'] });
  const about = articleOf(
    'Harbour closed for a week',
    'The harbour was closed on Monday after a storm.\n\nNo ship may enter the harbour until the quay is mended.',
  );
  expect(matchTracked(about, harbour)).toMatchObject({ role: 'primary' });
  expect(matchTracked(onElection, harbour)).toBeNull();
  // One of several such words says less.
  const words = storyOf({ anyOf: ['harbour', 'regatta'] });
  expect(matchTracked(about, words)?.score ?? 0).toBeLessThan(matchTracked(about, harbour)!.score);
});
