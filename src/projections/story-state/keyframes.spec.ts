import { derivedId } from '../../shared/ids.js';
import { cover, type Member, type Run } from './keyframes.js';

const members = (count: number): Member[] =>
  Array.from({ length: count }, (_, i) => ({
    articleId: derivedId('article', String(i)),
    fromVersion: i + 1,
    revision: 1,
  }));

const digests = (runs: readonly Run[]): string[] => runs.map((run) => run.digest.toString('hex'));
const allDigests = (runs: readonly Run[]): string[] =>
  runs.flatMap((run) => [run.digest.toString('hex'), ...allDigests(run.parts)]);

describe('covering a story with runs', () => {
  it.each([0, 1, 40, 1_000, 20_000])('covers each of %d members once, in order', (count) => {
    const all = members(count);
    const { runs, rest } = cover(all);
    expect([...runs.flatMap((run) => run.members), ...rest]).toEqual(all);
  });

  it('needs few pieces however long the story', () => {
    const pieces = [100, 1_000, 10_000, 50_000].map((count) => {
      const { runs, rest } = cover(members(count));
      return runs.length + rest.length;
    });
    expect(Math.max(...pieces)).toBeLessThan(300);
  });

  it('keeps the runs of a prefix, so that states of earlier dates share them', () => {
    const all = members(5_000);
    const early = new Set(allDigests(cover(all.slice(0, 3_000)).runs));
    const kept = allDigests(cover(all).runs).filter((digest) => early.has(digest));
    expect(kept.length).toBeGreaterThan(early.size * 0.95);
  });

  it('changes only the run of a late article and those above it', () => {
    const all = members(10_000);
    const late: Member = { articleId: derivedId('article', 'late'), fromVersion: 10_001, revision: 1 };
    const before = new Set(allDigests(cover(all).runs));
    const after = allDigests(cover([...all.slice(0, 50), late, ...all.slice(50)]).runs);
    expect(after.filter((digest) => !before.has(digest)).length).toBeLessThanOrEqual(4);
  });

  it('tells apart revisions of the same article', () => {
    const all = members(500);
    const revised = all.map((member, i) => (i === 3 ? { ...member, fromVersion: 501, revision: 2 } : member));
    expect(digests(cover(all).runs)).not.toEqual(digests(cover(revised).runs));
  });
});
