import { contributionOf } from '../../../../test/support/invented-story.js';
import type { Figure } from '../../../domain/statements.js';
import { fromContribution } from './aggregate.js';
import { render, renderFull } from './render.js';

const told = (publisher: string, day: string, figure: Partial<Figure>) =>
  contributionOf({
    publisher,
    publishedAt: `${day}T09:00:00Z`,
    sentences: [{ text: `${publisher} counted ${figure.value} in Velm on ${day}.`, figures: [figure] }],
  });

const figuresOf = (...articles: ReturnType<typeof told>[]) => renderFull(articles).figures;

describe('figures', () => {
  it('puts the values of one subject side by side, however it is put', () => {
    const [figure, ...others] = figuresOf(
      told('Post', '2031-03-01', {
        value: 1_000_000,
        qualifier: 'more than',
        subject: 'displaced people in Velm',
      }),
      told('Echo', '2031-03-02', {
        value: 1_300_000,
        subject: 'people crowded into Velm',
        attributedTo: 'the council',
      }),
    );
    expect(others).toEqual([]);
    expect(figure).toMatchObject({ unit: 'people', contested: false });
    expect(figure!.values).toMatchObject([
      { value: 1_000_000, qualifier: 'more than', reportedAt: '2031-03-01T09:00:00.000Z' },
      { value: 1_300_000, attributedTo: 'the council' },
    ]);
  });

  it('are contested where bare numbers of one time differ between sources', () => {
    const a = told('Post', '2031-03-01', { value: 34_000, subject: 'people evacuated from Velm' });
    const b = told('Echo', '2031-03-02', { value: 40_000, subject: 'people evacuated from Velm' });
    expect(figuresOf(a, b)).toMatchObject([{ contested: true }]);
    const later = told('Echo', '2031-05-02', { value: 40_000, subject: 'people evacuated from Velm' });
    expect(figuresOf(a, later)).toMatchObject([{ contested: false }]);
  });

  it('are not contested by an outlet that changes its own number', () => {
    const a = told('Post', '2031-03-01', { value: 34_000, subject: 'people evacuated from Velm' });
    const b = told('Post', '2031-03-02', { value: 40_000, subject: 'people evacuated from Velm' });
    expect(figuresOf(a, b)).toMatchObject([{ contested: false }]);
  });

  it('merges an equal value of two outlets, with both as sources', () => {
    const [figure] = figuresOf(
      told('Echo', '2031-03-02', { value: 34_000, qualifier: 'over', subject: 'people evacuated from Velm' }),
      told('Post', '2031-03-01', {
        value: 34_000,
        qualifier: 'more than',
        subject: 'people evacuated from Velm',
      }),
    );
    expect(figure!.values).toHaveLength(1);
    expect(figure!.values[0]!.sources.map((it) => it.publisher)).toEqual(['Post', 'Echo']);
  });

  it('keeps apart what is counted apart', () => {
    const day = '2031-03-01';
    expect(
      figuresOf(
        told('Post', day, { value: 900, subject: 'people killed in Velm' }),
        told('Post', day, { value: 400, subject: 'children killed in Velm' }),
        told('Post', day, { value: 1_000, subject: 'people killed in Orm' }),
        told('Post', day, { value: 950, subject: 'people injured in Velm' }),
        told('Post', day, { value: 900, subject: 'tents in Velm', unit: 'tents' }),
      ),
    ).toHaveLength(5);
  });

  it('takes the dead for the dead and the hurt for the hurt, whatever the word', () => {
    const day = '2031-03-01';
    const found = figuresOf(
      told('Post', day, { value: 20, subject: 'people killed in Velm' }),
      told('Echo', day, { value: 22, subject: 'deaths in Velm', unit: 'deaths' }),
      told('Wire', '2031-03-02', { value: 22, subject: 'people who died in Velm' }),
      told('Post', day, { value: 90, subject: 'people wounded in Velm' }),
      told('Echo', day, { value: 95, subject: 'people injured in Velm' }),
    );
    expect(found.map(({ values }) => values.map(({ value }) => value).sort((a, b) => a - b))).toEqual(
      expect.arrayContaining([
        [20, 22],
        [90, 95],
      ]),
    );
    expect(found).toHaveLength(2);
  });

  it('are named by what is sure rather than by a guess', () => {
    const [figure] = figuresOf(
      told('Post', '2031-03-01', { value: 20, subject: 'people killed in Velm' }),
      told('Echo', '2031-03-01', { value: 30, subject: 'people who might have died in Velm' }),
    );
    expect(figure!.subject).toBe('people killed in Velm');
  });

  it('puts one count of units in a place under one subject, however they came there', () => {
    const day = '2031-03-01';
    const unit = 'brigades';
    const found = figuresOf(
      told('Post', day, { value: 4, unit, subject: 'Norga brigades left in Velm' }),
      told('Echo', day, {
        value: 4,
        unit,
        subject: 'Norga brigades that have gathered in Velm on the border with Orm',
      }),
    );
    expect(found).toHaveLength(1);
  });

  it('does not count who left among those who are there', () => {
    const found = figuresOf(
      told('Post', '2031-03-01', { value: 900_000, subject: 'people left in Velm' }),
      told('Echo', '2031-03-02', { value: 250_000, subject: 'people who have left Velm' }),
    );
    expect(found).toHaveLength(2);
  });

  it('takes a round number with "some" and without for one value', () => {
    const [figure] = figuresOf(
      told('Post', '2031-03-01', {
        value: 1_300_000,
        qualifier: 'some',
        subject: 'people crowded into Velm',
      }),
      told('Post', '2031-03-02', { value: 1_300_000, subject: 'people in Velm' }),
    );
    expect(figure!.values).toHaveLength(1);
    expect(figure!.values[0]!.sources).toHaveLength(2);
  });

  it('of other matters come last in a state, and only where there are few of the story’s own', () => {
    const own = ['houses', 'bridges', 'boats', 'mills', 'roads'];
    const shown = (count: number): string[] =>
      render(
        fromContribution(
          contributionOf({
            publishedAt: '2031-03-01T09:00:00Z',
            sentences: ['elephants', ...own.slice(0, count)].map((unit, i) => ({
              text: `There are ${i + 20} ${unit} in Velm.`,
              figures: [
                {
                  value: i + 20,
                  unit,
                  subject: `${unit} in Velm`,
                  salience: unit === 'elephants' ? 0.9 : 0.5,
                },
              ],
            })),
            role: 'background',
            strengths: [0.1, ...own.map(() => 0.6)],
          }),
        ),
      ).figures.map(({ unit }) => unit);
    expect(shown(3).at(-1)).toBe('elephants');
    expect(shown(5)).toHaveLength(5);
    expect(shown(5)).not.toContain('elephants');
  });
});
