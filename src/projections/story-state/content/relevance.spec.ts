import { contributionOf } from '../../../../test/support/invented-story.js';
import { fromContribution } from './aggregate.js';
import { relevance } from './relevance.js';

test('what shares the story’s common words is about it, an aside is not', () => {
  const sentence = (text: string, day: number) => ({ text, development: { date: `2031-03-0${day}` } });
  const story = fromContribution(
    contributionOf({
      publishedAt: '2031-03-08T12:00:00Z',
      title: 'Velm votes on the eastern gate',
      sentences: [
        sentence('The council of Velm voted on the eastern gate.', 1),
        sentence('The eastern gate was shut by the council.', 2),
        sentence('A circus burned down far away.', 3),
      ],
    }),
  );
  const scores = new Map(story.developments.map((it) => [it.day, relevance(story).get(it)!]));
  expect(scores.get('2031-03-01')).toBe(1);
  expect(scores.get('2031-03-02')).toBeGreaterThan(0.5);
  expect(scores.get('2031-03-03')).toBeLessThan(0.3);
});
