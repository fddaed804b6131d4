import { articleOf } from '../../../test/fixtures/threading-articles.js';
import { articleTerms } from './article-terms.js';
import { leadNamesFactor, withLeadNames, type LeadNames } from './lead-names.js';

const BODY =
  'The player was stopped on the motorway before dawn, failed a test of his breath and was released some hours later. ' +
  'The club said that it had heard of the arrest, was gathering facts and would say no more. A court date has not been set. ' +
  'It is the second arrest of a player of the club within a month, and its coach has asked all of them to take a cab home from bars, parties and every other late evening. ' +
  'Police found an open bottle beside the driver, measured twice what the law allows and kept the car; a lawyer called the reading wrong, spoke of cough medicine and promised to contest every charge before a judge next week.';
const report = (name: string) =>
  articleTerms(articleOf(`Rovers player ${name} arrested in Velda`, `${name} of the Velda Rovers was arrested on Sunday. ${BODY}`)); // prettier-ignore

function factor(reports: readonly string[], next: string): number {
  const known = reports.map(report);
  const leadNames = known.reduce<LeadNames>(withLeadNames, new Map());
  const ofStory = (key: string): boolean => known.some(({ weights }) => weights.has(key));
  return leadNamesFactor({ leadNames, articles: reports.length }, report(next), ofStory, () => 3);
}

describe('the names that reports begin with', () => {
  it('tell two happenings of one kind apart', () => {
    const same = factor(['Bram Oster', 'Bram Oster'], 'Bram Oster');
    const sister = factor(['Bram Oster', 'Bram Oster'], 'Jonas Feld');
    expect(same).toBeGreaterThan(1.3);
    expect(sister).toBeLessThan(1.1);
  });

  it('say nothing of a headline alone', () => {
    const headline = articleTerms(
      articleOf('Rovers player Jonas Feld arrested', 'Rovers player Jonas Feld arrested'),
    );
    const story = { leadNames: withLeadNames(new Map(), report('Bram Oster')), articles: 1 };
    expect(
      leadNamesFactor(
        story,
        headline,
        () => false,
        () => 3,
      ),
    ).toBe(1);
  });

  it('are kept to those that most reports have', () => {
    const many = Array.from({ length: 60 }, (_, i) => `Oster Name${i}x`).reduce<LeadNames>(
      (names, name) => withLeadNames(names, report(name)),
      new Map(),
    );
    expect(many.size).toBe(50);
    expect(Math.max(...many.values())).toBe(60);
  });
});
