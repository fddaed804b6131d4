import { readPrint } from '../../../domain/text-print.js';
import { contributionOf } from '../../../../test/support/invented-story.js';

const published = '2031-03-05T10:00:00+02:00';

describe('what an article contributes to a story', () => {
  it('is only what stands in the passages that threading gave it', () => {
    const contribution = contributionOf({
      publishedAt: published,
      threaded: [1],
      role: 'background',
      entities: [
        ['Mina Orlo', 'person', ['Orlo'], 'harbour master'],
        ['Velm', 'place'],
      ],
      sentences: [
        { text: 'A bakery opened in Velm on Monday.', development: { date: '2031-03-03' } },
        {
          text: 'Mina Orlo closed the port of Velm on Tuesday. Orlo gave no reason.',
          development: { date: '2031-03-04' },
          figures: [{ value: 40, subject: 'ships turned away', unit: 'ships' }],
        },
      ],
    });
    expect(contribution.developments.map((it) => it.date)).toEqual(['2031-03-04']);
    expect(contribution.developments[0]).toMatchObject({ people: ['Mina Orlo'], places: ['Velm'] });
    expect(contribution.figures).toHaveLength(1);
    expect(contribution.entities).toMatchObject([
      { name: 'Mina Orlo', mentions: 2, role: 'harbour master' },
      { name: 'Velm', mentions: 1 },
    ]);
    expect(contribution.article).toMatchObject({
      role: 'background',
      publishedAt: '2031-03-05T08:00:00.000Z',
    });
  });

  it('dates nothing after the report: a plan stands on the day it was reported', () => {
    const { developments } = contributionOf({
      publishedAt: published,
      sentences: [
        { text: 'The council meets next Monday.', development: { date: '2031-03-10', status: 'planned' } },
        {
          text: 'Repairs went on this month.',
          development: { date: { from: '2031-03-01', to: '2031-03-31', precision: 'month' } },
        },
      ],
    });
    expect(developments[0]).toMatchObject({
      date: '2031-03-05',
      plannedFor: { from: '2031-03-10', to: '2031-03-10', precision: 'day' },
    });
    expect(developments[1]).toMatchObject({ date: '2031-03-01', until: '2031-03-05', precision: 'month' });
  });

  it('has a print of the text, of the length that the others have', () => {
    const text = 'The ferry from Velm to Orrin stays in port until the pier is mended, its master said.';
    const printed = (print?: string) =>
      contributionOf({
        publishedAt: published,
        sentences: [{ text }],
        ...(print === undefined ? {} : { print }),
      }).article.print;
    const own = printed();
    expect(readPrint(own)).not.toBeNull();
    expect(printed(own)).toBe(own);
    expect(printed(Buffer.alloc(66).toString('base64'))).toBe(own);
  });

  it("takes the day of publication in the newsroom's zone", () => {
    const late = { publishedAt: '2031-03-05T22:30:00Z', sentences: [{ text: 'Nothing happened.' }] };
    expect(contributionOf({ ...late, timezone: 'Asia/Tokyo' }).article.day).toBe('2031-03-06');
    expect(contributionOf({ ...late, timezone: 'Nowhere/Else' }).article.day).toBe('2031-03-05');
  });

  it('shows the day of an entry of a chronology apart from what happened', () => {
    const [development] = contributionOf({
      publishedAt: published,
      sentences: [{ text: 'March 3, 2031 - Eleven sailors drown.', development: { date: '2031-03-03' } }],
    }).developments;
    expect(development).toMatchObject({ date: '2031-03-03', text: 'Eleven sailors drown.', start: 0 });
  });

  it('cuts an endless sentence at a word, not its span', () => {
    const text = `The report said ${'again and '.repeat(200)}again.`;
    const [development] = contributionOf({
      publishedAt: published,
      sentences: [{ text, development: { date: '2031-03-05' } }],
    }).developments;
    expect(development!.text.length).toBeLessThan(430);
    expect(development!.text).toMatch(/ …$/);
    expect(development!.end - development!.start).toBe(text.length);
  });
});
