import type { ArticleRevision } from '../../../src/domain/article.js';
import type { StoryEvent } from '../../../src/domain/story.js';
import type { NewEvent } from '../../../src/event-log/stored-event.js';
import { derivedId } from '../../../src/shared/ids.js';
import type { Random } from './form.js';

/** What is posted. */
export interface Report {
  readonly externalId: string;
  readonly title: string;
  readonly text: string;
  readonly publisher: string;
  readonly publishedAt: string;
}

const OUTLETS = ['Norvale Herald', 'Coast Wire', 'The Lantern', 'Inland Post', 'Quay News'];
export const PEOPLE = ['Mara Venn', 'Tomas Aldric', 'Ilse Corran', 'Pieter Holm', 'Anja Fenwick'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const FIRST_DAY = Date.parse('2031-03-03T06:00:00.000Z');
const HOUR = 3_600_000;

/** What our reports tell of: invented places, so that nothing can be known about them. */
const THEMES = [
  {
    slug: 'norvale-dockers',
    title: 'The Norvale dock strike',
    description: 'Dockers in Norvale are on strike for higher wages, and containers wait on the quay.',
    names: ['Norvale', 'Dockers Union', 'dockers', 'wages'],
    headlines: [
      'Dockers walk out in Norvale',
      'Norvale port at a standstill',
      'Dockers Union calls for more pay',
    ],
    body: (n: number, who: string, day: string) =>
      `${who}, head of the Dockers Union, said on ${day} that ${n} dockers had walked out in Norvale. ` +
      `"We will not load a single ship before wages rise," ${who} said. ` +
      `The port authority of Norvale said at least ${n + 40} containers were waiting on the quay.`,
  },
  {
    slug: 'tarn-flood',
    title: 'The Tarn river flood',
    description:
      'The Tarn has burst its banks: people leave their homes in the Tarn Valley, soldiers bring sandbags, the dam may break.',
    names: ['Tarn', 'Tarn Valley', 'sandbags', 'dam'],
    headlines: ['Tarn bursts its banks', 'Families leave the Tarn Valley', 'Tarn Valley counts its losses'],
    body: (n: number, who: string, day: string) =>
      `More than ${n} people left their homes in the Tarn Valley on ${day}, local officials said. ` +
      `Mayor ${who} said the Tarn had risen by ${(n % 7) + 1} metres. ` +
      `"The dam will hold," ${who} told reporters. Soldiers brought ${n * 2} sandbags to the bridge.`,
  },
  {
    slug: 'oster-talks',
    title: 'The Oster talks',
    description:
      'Negotiators meet in Oster about fishing grounds; a delegation of Osterland wants more boats to fish.',
    names: ['Oster', 'Osterland', 'fishing grounds', 'negotiators'],
    headlines: ['Oster talks resume', 'No deal in Oster', 'Negotiators meet again in Oster'],
    body: (n: number, who: string, day: string) =>
      `Negotiators met in Oster on ${day} to talk about fishing grounds, the foreign ministry said. ` +
      `${who}, who leads the delegation of Osterland, said ${n} boats would be allowed to fish. ` +
      `"We are close to an agreement," ${who} said. A source familiar with the talks denied it.`,
  },
] as const;

const PLAIN = [
  'A new bakery opened its doors in the market square and sold out before noon.',
  'The orchestra will play three symphonies this winter, its director announced.',
  'Astronomers photographed a comet that will not return for 900 years.',
  'The national chess league begins its season with a match between two veterans.',
];

type Theme = (typeof THEMES)[number];

/**
 * The nth report of a seed's series: some of one story, some that tell of two, some of none. All are different texts
 * of different identities, published over a month, not in order of n.
 */
export function makeReport(random: Random, n: number, themes = pickThemes(random)): Report {
  const people = random.shuffled(PEOPLE);
  const day = random.pick(DAYS);
  const passages = themes.map((theme, i) => theme.body(random.int(20, 4_000), people[i]!, day));
  const filler = random.pick(PLAIN);
  const headline = themes.map((theme) => random.pick(theme.headlines)).join('; ');
  return {
    externalId: `fault-${n}`,
    title: `${headline || filler.split(' ').slice(0, 6).join(' ')} (${n})`,
    text: [...passages, `${filler} It was report number ${n} of that week.`].join('\n\n'),
    publisher: random.pick(OUTLETS),
    publishedAt: new Date(
      FIRST_DAY + random.int(0, 30 * 24) * HOUR + random.int(0, 3_599) * 1_000,
    ).toISOString(),
  };
}

const pickThemes = (random: Random): readonly Theme[] =>
  random.chance(0.1) ? [] : random.shuffled(THEMES).slice(0, random.chance(0.35) ? 2 : 1);

/** A report that tells of the first two stories, published before all others, whose id is one that `isFit`. */
export function makeTwin(random: Random, isFit: (articleId: string) => boolean): Report {
  for (let n = 10_000_000; ; n++) {
    const report = makeReport(random, n, THEMES.slice(0, 2));
    if (isFit(articleIdOf(report)))
      return { ...report, publishedAt: new Date(FIRST_DAY - HOUR).toISOString() };
  }
}

export const makeReports = (random: Random, count: number): Report[] =>
  Array.from({ length: count }, (_, n) => makeReport(random, n));

/** First and last day of the reports' month. */
export const firstDay = new Date(FIRST_DAY);
export const lastDay = new Date(FIRST_DAY + 31 * 24 * HOUR);

/** The definitions of the stories, as an editor posts them. */
export const storyDefinitions = THEMES.map(({ slug, title, description, names }) => ({
  slug,
  title,
  description,
  profile: { anyOf: [...names], allOf: [] as string[], noneOf: [] as string[] },
}));

/** The same as events, for tests that write the log themselves. */
export const storiesTracked: readonly (StoryEvent & { type: 'StoryTracked' })[] = storyDefinitions.map(
  (data) => ({
    type: 'StoryTracked',
    data: { storyId: derivedId('fault-story', data.slug), ...data },
  }),
);

export const articleIdOf = (report: Report): string => derivedId('fault-article', report.externalId);

/** The event that taking in a report leads to. */
export function takenIn(report: Report, revision = 1): NewEvent {
  const articleId = articleIdOf(report);
  const data: ArticleRevision = {
    articleId,
    revision,
    contentHash: `${report.externalId}@${revision}`,
    ...report,
  };
  return {
    id: derivedId('fault-taken-in', articleId, String(revision)),
    type: revision === 1 ? 'ArticleIngested' : 'ArticleRevised',
    data,
    occurredAt: report.publishedAt,
  };
}
