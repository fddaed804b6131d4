import { Dormancy } from './dormancy.js';

/** A database with nothing in it, that forgets what is written. */
const empty = { query: async () => ({ rows: [], rowCount: 0 }) } as never;

const on = (day: number): string => new Date(Date.UTC(2031, 0, day, 9)).toISOString();

async function begin(): Promise<Dormancy> {
  const dormancy = new Dormancy();
  await dormancy.load(empty);
  return dormancy;
}

/** What threading does with an article of one story. */
function report(dormancy: Dormancy, storyId: string, day: number): string[] {
  const advanced = dormancy.advance(on(day));
  const before = dormancy.lastOf(storyId);
  dormancy.join(storyId, on(day));
  const settled = dormancy.settle(storyId, before, `article-${day}`);
  return [...advanced, ...settled].map(
    ({ event, occurredAt }) => `${event.type} ${event.data.storyId} ${occurredAt.slice(0, 10)}`,
  );
}

describe('dormancy', () => {
  it('comes after thirty quiet days by the clock of the news, and ends with news', async () => {
    const dormancy = await begin();
    expect(report(dormancy, 'quiet', 1)).toEqual([]);
    expect(report(dormancy, 'loud', 20)).toEqual([]);
    expect(report(dormancy, 'loud', 31)).toEqual([]);
    expect(report(dormancy, 'loud', 32)).toEqual(['StoryWentDormant quiet 2031-01-31']);
    expect(report(dormancy, 'loud', 33)).toEqual([]);
    expect(report(dormancy, 'quiet', 34)).toEqual(['StoryWoke quiet 2031-02-03']);
    expect(report(dormancy, 'loud', 40)).toEqual([]);
  });

  it('comes before the report that ends it, when the same report moves the clock', async () => {
    const dormancy = await begin();
    report(dormancy, 'story', 1);
    expect(report(dormancy, 'story', 90)).toEqual([
      'StoryWentDormant story 2031-01-31',
      'StoryWoke story 2031-03-31',
    ]);
  });

  it('is not ended by an old report that comes late, but begins later for it', async () => {
    const dormancy = await begin();
    report(dormancy, 'story', 1);
    expect(report(dormancy, 'other', 100)).toEqual(['StoryWentDormant story 2031-01-31']);
    expect(report(dormancy, 'story', 10)).toEqual(['StoryWentDormant story 2031-02-09']);
    expect(report(dormancy, 'story', 5)).toEqual([]);
    expect(report(dormancy, 'story', 95)).toEqual(['StoryWoke story 2031-04-05']);
  });

  it('is that of a story from the beginning whose only report is old', async () => {
    const dormancy = await begin();
    report(dormancy, 'other', 100);
    expect(report(dormancy, 'old', 1)).toEqual(['StoryWentDormant old 2031-01-31']);
  });

  it('is not for closed stories; one that is reopened is looked at on the next day of the news', async () => {
    const dormancy = await begin();
    report(dormancy, 'story', 1);
    dormancy.mark('story', false);
    expect(report(dormancy, 'other', 60)).toEqual([]);
    dormancy.mark('story', true);
    expect(report(dormancy, 'other', 60)).toEqual([]);
    expect(report(dormancy, 'other', 61)).toEqual(['StoryWentDormant story 2031-01-31']);
  });

  it('ends the same whatever the order of reports', async () => {
    const reports: [string, number][] = [
      ['a', 1],
      ['b', 3],
      ['a', 40],
      ['b', 20],
      ['c', 70],
    ];
    for (let turn = 0; turn < reports.length; turn++) {
      const dormancy = await begin();
      const last = new Map<string, string>();
      for (const [story, day] of [...reports.slice(turn), ...reports.slice(0, turn)]) {
        for (const line of report(dormancy, story, day)) {
          const [type, id] = line.split(' ');
          last.set(id!, type!);
        }
      }
      expect([...last].filter(([, type]) => type === 'StoryWentDormant').map(([id]) => id)).toEqual(['b']);
    }
  });

  it('falls on a few hundred stories at a time', async () => {
    const dormancy = await begin();
    for (let i = 0; i < 700; i++) dormancy.join(`s${i}`, on(1));
    expect(dormancy.advance(on(60))).toHaveLength(500);
    expect(dormancy.advance(on(2))).toHaveLength(200);
    expect(dormancy.advance(on(60))).toEqual([]);
  });
});
