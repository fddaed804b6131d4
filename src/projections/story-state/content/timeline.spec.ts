import { contributionOf, type InventedSentence, reportOf } from '../../../../test/support/invented-story.js';
import { fromContribution } from './aggregate.js';
import type { Contribution } from './contribution.js';
import { render, renderFull } from './render.js';

describe('timeline', () => {
  it('reads from the oldest day to the newest', () => {
    const { timeline } = renderFull([
      reportOf('Post', '2031-03-09', [
        { text: 'The gate of Velm reopened on Friday.', development: { date: '2031-03-07' } },
        {
          text: 'Storms had flooded Orm in January.',
          development: { date: { from: '2031-01-01', to: '2031-01-31', precision: 'month' } },
        },
      ]),
    ]);
    expect(timeline.map((it) => [it.date, it.until, it.precision])).toEqual([
      ['2031-01-01', '2031-01-31', 'month'],
      ['2031-03-07', undefined, 'day'],
    ]);
  });

  it('leaves out of a state what a long report tells in passing of something else', () => {
    const gate = (n: number): InventedSentence => ({
      text: `The council of Velm voted on Monday about the eastern gate, part ${n}.`,
      development: { date: `2031-03-0${n}`, salience: 0.7 },
    });
    const aside: InventedSentence = {
      text: 'A circus burned down in Orm.',
      development: { date: '2031-02-11', salience: 0.4 },
    };
    const sentences = [1, 2, 3, 4, 5, 6].map(gate);
    const told = (more: InventedSentence[]) => reportOf('Post', '2031-03-08', [...more, aside]);
    const texts = (it: Contribution) => render(fromContribution(it)).timeline.map(({ text }) => text);
    expect(texts(told(sentences))).not.toContain(aside.text);
    expect(renderFull([told(sentences)]).timeline.map(({ text }) => text)).toContain(aside.text);
    expect(texts(told(sentences.slice(0, 2)))).toContain(aside.text);
  });

  it('shows how things long were only where that clearly tells of the story', () => {
    const weeks = { from: '2031-02-06', to: '2031-03-08', precision: 'range' } as const;
    const told = (strength: number): string[] =>
      render(
        fromContribution(
          contributionOf({
            publishedAt: '2031-03-08T12:00:00Z',
            sentences: [
              {
                text: 'The council of Velm voted on Friday about the eastern gate.',
                development: { date: '2031-03-07' },
              },
              {
                text: 'Relations of Velm and Orm have worsened in recent weeks.',
                development: { date: weeks },
              },
            ],
            strengths: [0.6, strength],
          }),
        ),
      ).timeline.map(({ text }) => text.slice(0, 9));
    expect(told(0.2)).toEqual(['The counc']);
    expect(told(0.6)).toEqual(['Relations', 'The counc']);
  });
});
