import { contributionOf } from '../../../../test/support/invented-story.js';
import { OriginIndex } from './origins.js';
import type { SourceTuple } from './records.js';
import { aggregateFull, renderFull } from './render.js';

const body = (n: number, from = 0, to = 60) =>
  Array.from({ length: to - from }, (_, i) => `w${((i + from) * 7919 + n * 104729) % 1009}`).join(' ');
const report = (publisher: string, text: string, hour = 0, relays: string[] = []) =>
  contributionOf({
    publisher,
    publishedAt: `2031-03-01T0${hour}:00:00Z`,
    relays,
    sentences: [{ text }],
  });
const articlesOf = (...reports: ReturnType<typeof report>[]) => renderFull(reports).articles;
const originsBy = (articles: ReturnType<typeof articlesOf>) =>
  Object.fromEntries(articles.items.map(({ publisher, origin }) => [publisher, origin]));

describe('origins', () => {
  it('are outlets: a relay counts with the outlet it relays, and copies with whoever had the text first', () => {
    const articles = articlesOf(
      report('Echo', body(1), 5),
      report('Mirror', body(2), 2, ['Harbour Post']),
      report('The Harbour Post', body(1), 1),
      report('Tide', body(3), 3),
      report('Tide', body(4), 4),
    );
    expect(articles).toMatchObject({ total: 5, independentOrigins: 2 });
    const original = articles.items.find(({ publisher }) => publisher === 'The Harbour Post')!;
    expect(originsBy(articles)).toEqual({
      'The Harbour Post': undefined,
      Echo: { kind: 'copy', publisher: 'The Harbour Post', articleId: original.id },
      Mirror: { kind: 'relay', publisher: 'Harbour Post' },
      Tide: undefined,
    });
  });

  it('credit a copy of a copy to the original, and say how much was changed', () => {
    const [first, second] = [body(1, 0, 200), `${body(5, 0, 60)} ${body(1, 0, 150)}`];
    const third = `${body(5, 0, 60)} ${body(1, 40, 150)}`;
    const articles = articlesOf(
      report('The Harbour Post', first, 1),
      report('Echo', second, 2),
      report('Mirror', third, 3),
    );
    expect(articles.independentOrigins).toBe(1);
    expect(originsBy(articles)).toMatchObject({
      Echo: { kind: expect.stringMatching(/edited|rewritten/) as string, publisher: 'The Harbour Post' },
      Mirror: { publisher: 'The Harbour Post' },
    });
  });

  it('are not made by an outlet that tells its own text again', () => {
    const articles = articlesOf(report('Echo', body(1), 1), report('Echo', `${body(1)} and more`, 2));
    expect(articles.independentOrigins).toBe(1);
    expect(articles.items.map(({ origin }) => origin)).toEqual([undefined, undefined]);
  });

  it('stay with an outlet that tells its text again after others have copied it', () => {
    const articles = articlesOf(
      report('Echo', body(1), 1),
      report('Mirror', body(1), 2),
      report('Echo', `${body(1)} and more`, 3),
    );
    expect(articles.independentOrigins).toBe(1);
    expect(articles.items.map(({ publisher, origin }) => [publisher, origin?.publisher])).toEqual([
      ['Echo', undefined],
      ['Mirror', 'Echo'],
      ['Echo', undefined],
    ]);
  });

  it('take what one paper marks as an agency’s and another has without the mark for one report', () => {
    const unmarkedFirst = articlesOf(
      report('Echo', body(1), 1),
      report('Mirror', body(1), 2, ['Elm Press']),
      report('Tide', body(1), 3),
    );
    expect(unmarkedFirst.independentOrigins).toBe(1);
    const markedFirst = articlesOf(
      report('Mirror', body(1), 1, ['Elm Press']),
      report('Echo', body(1), 2),
      report('Elm Press', `${body(1)} and more`, 3),
    );
    expect(markedFirst.independentOrigins).toBe(1);
    const [marked] = markedFirst.items.filter(({ publisher }) => publisher === 'Mirror');
    expect(originsBy(markedFirst)).toEqual({
      Mirror: { kind: 'relay', publisher: 'Elm Press' },
      Echo: { kind: 'copy', publisher: 'Elm Press', articleId: marked!.id },
      'Elm Press': undefined,
    });
  });

  it('count an outlet whose own report stands beside a copy marked as its', () => {
    const { independentOrigins } = articlesOf(
      report('Elm Press', body(2), 1),
      report('Echo', body(1), 2),
      report('Mirror', body(1), 3, ['Elm Press']),
    );
    expect(independentOrigins).toBe(2);
  });

  it('count an outlet that is relayed but not here as one, by any of its names', () => {
    const { independentOrigins } = articlesOf(
      report('Mirror', body(2), 1, ['Faraway Daily Radio']),
      report('Tide', body(3), 2, ['FDR']),
    );
    expect(independentOrigins).toBe(1);
  });

  it('count an outlet whose one copy stands beside reports of its own', () => {
    const { independentOrigins } = articlesOf(
      report('The Harbour Post', body(1), 1),
      report('Echo', body(1), 2),
      report('Echo', body(3), 3),
    );
    expect(independentOrigins).toBe(2);
  });

  it('support what several reports tell: copies and relays count once', () => {
    const reports = [
      report('The Harbour Post', body(1), 1),
      report('Echo', body(1), 2),
      report('Mirror', body(2), 3, ['Harbour Post']),
      report('Tide', body(3), 4),
      report('Tide', body(4), 5),
      report('Gazette', body(5), 6, ['Faraway Daily']),
      report('Tide', `${body(4)} and more`, 7),
      report('Herald', body(2), 8),
    ];
    const { origins, newest } = aggregateFull(reports);
    const index = new OriginIndex(origins, newest);
    const tuples = reports.map(({ article: { id, publisher, publishedAt } }): SourceTuple => [
      id,
      1,
      publisher,
      publishedAt,
      0,
      9,
    ]);
    const support = (...told: number[]): number =>
      index.support(
        told.map((i) => tuples[i]!),
        0,
      );
    expect(support(0)).toBe(1);
    expect(support(0, 1)).toBe(1);
    expect(support(0, 2)).toBe(1);
    expect(support(2)).toBe(1);
    expect(support(0, 1, 2, 3)).toBe(2);
    expect(support(3, 4)).toBe(2);
    expect(support(2, 5)).toBe(2);
    expect(support(4, 6)).toBe(1);
    expect(support(2, 7)).toBe(1);
    expect(support(0, 2, 7)).toBe(1);
    expect(index.support([tuples[0]!, tuples[1]!], 3)).toBe(4);
  });
});
