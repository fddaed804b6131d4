import { Rarity, reportOf, type StoryEvidence } from './evidence.js';
import { suggestMerges } from './merges.js';
import { mergeReasons, splitReasons } from './reasons.js';
import { suggestSplit } from './splits.js';

const DAY = 86_400_000;

/** Reports of one happening a day apart, in words that vary a little. */
function story(
  id: string,
  first: number,
  subject: { title: string; names: string[] },
  more: { tracked?: boolean; count?: number; prefix?: string } = {},
): StoryEvidence {
  const { tracked = false, count = 4, prefix = id } = more;
  const reports = Array.from({ length: count }, (_, i) =>
    reportOf(
      `${prefix}-${i}`,
      (first + i) * DAY,
      `${subject.title} ${['again', 'more slowly', 'quietly', 'today'][i % 4]}`,
      subject.names,
    ),
  );
  return { id, tracked, reports };
}

const FERRY = {
  title: 'Ferry Aurelia aground near the lighthouse',
  names: ['Aurelia', 'Port Meridian', 'Ada Quill'],
};
const TRAM = { title: 'Tram line to the hills opens', names: ['Lissen', 'Tram Company'] };
const DAM = { title: 'Dam drained for repairs of its gates', names: ['Orn', 'Ilse Brandt'] };
const CHOIR = { title: 'Choir wins prize at festival of songs', names: ['Dunmore', 'Pavel Horn'] };

const merges = (stories: StoryEvidence[]) => suggestMerges(stories, new Rarity(stories));

describe('suggestions to merge', () => {
  it('are contemporary stories with the same names and words, with the reasons', () => {
    const found = merges([
      story('b', 3, FERRY),
      story('a', 1, { ...FERRY, title: 'Ferry Aurelia still aground, tugs on their way' }),
      story('tram', 2, TRAM),
      story('dam', 2, DAM),
    ]);
    expect(found).toMatchObject([{ stories: ['a', 'b'], days: 0, articles: [] }]);
    expect(found[0]!.names.toSorted()).toEqual(['Ada Quill', 'Aurelia', 'Port Meridian']);
    expect(found[0]!.words).toEqual(expect.arrayContaining(['ferry', 'aground']));
    expect(mergeReasons(found[0]!).map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Ada Quill'),
        'in the news at the same time',
        expect.stringMatching(/alike by 0\.\d+ of 1/),
      ]),
    );
  });

  it('are none for stories that lie months apart', () => {
    expect(merges([story('a', 1, FERRY), story('b', 60, FERRY), story('dam', 2, DAM)])).toEqual([]);
  });

  it('leave two stories of editors alone, unless they have nearly the same articles', () => {
    const two = (count: number): StoryEvidence[] => [
      story('a', 1, FERRY, { tracked: true, prefix: 'shared', count: 5 }),
      story('b', 1, FERRY, { tracked: true, prefix: 'shared', count }),
      story('dam', 2, DAM),
    ];
    expect(merges(two(3))).toEqual([]);
    expect(merges(two(4))).toMatchObject([{ stories: ['a', 'b'], score: 0.8 }]);
  });

  it('do not depend on the order of stories', () => {
    const stories = [story('a', 1, FERRY), story('b', 3, FERRY), story('c', 4, FERRY), story('dam', 2, DAM)];
    expect(merges(stories.toReversed())).toEqual(merges(stories));
  });
});

describe('suggestions to split', () => {
  const others = [story('dam', 2, DAM), story('choir', 5, CHOIR)];
  const split = (story: StoryEvidence) => suggestSplit(story, new Rarity([story, ...others]));
  const mixed = (apart: number): StoryEvidence => {
    const [ferry, tram] = [story('ferry', 1, FERRY), story('tram', 1 + apart, TRAM)];
    return { id: 'mixed', tracked: false, reports: [...tram.reports, ...ferry.reports] };
  };

  it.each([1, 40])('are a story of two happenings, %i days apart, with its parts', (apart) => {
    const found = split(mixed(apart))!;
    const parts = found.parts.map(({ articles }) => [...new Set(articles.map((id) => id.split('-')[0]))]);
    expect(parts).toEqual([['ferry'], ['tram']]);
    expect(found.parts[0].terms).toEqual(expect.arrayContaining(['aurelia', 'Ada Quill']));
    const reasons = splitReasons(found).map(({ text }) => text);
    expect(reasons[0]).toMatch(/^its articles fall into 4 and 4/);
    expect(reasons).toContain(
      apart > 1 ? '37 days between 1970-01-05 and 1970-02-11' : 'in the news at the same time',
    );
  });

  it('are none for one happening, for a few articles, and for a stray one', () => {
    expect(split(story('ferry', 1, FERRY, { count: 12 }))).toBeNull();
    const few = mixed(0);
    expect(split({ ...few, reports: few.reports.slice(2, 7) })).toBeNull();
    const stray = story('ferry', 1, FERRY, { count: 8 });
    expect(split({ ...stray, reports: [...stray.reports, story('tram', 1, TRAM).reports[0]!] })).toBeNull();
  });
});
