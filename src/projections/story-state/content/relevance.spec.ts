import { contributionOf } from '../../../../test/support/invented-story.js';
import type { StoryPassage } from '../../../domain/story.js';
import { fromContribution } from './aggregate.js';
import { bearingOf, emphasis, relevance } from './relevance.js';

const sentence = (text: string, day: number) => ({ text, development: { date: `2031-03-0${day}` } });
const sentences = [
  sentence('The council of Velm voted on the eastern gate.', 1),
  sentence('The eastern gate was shut by the council.', 2),
  sentence('A circus burned down far away.', 3),
];
const scoresOf = (strengths?: readonly number[]): number[] => {
  const story = fromContribution(
    contributionOf({
      publishedAt: '2031-03-08T12:00:00Z',
      title: 'Velm votes on the eastern gate',
      sentences,
      ...(strengths ? { strengths } : {}),
    }),
  );
  const scores = relevance(story);
  return [...story.developments]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map((record) => Math.round(scores.get(record)! * 100) / 100);
};

test('where threading has not judged, what shares the story’s common words is about it, an aside is not', () => {
  const [vote, shut, circus] = scoresOf();
  expect(vote).toBe(1);
  expect(shut).toBeGreaterThan(0.5);
  expect(circus).toBeLessThan(0.3);
});

test('where it has, one report’s statements are relevant to each story by what their passages tell of it', () => {
  const [vote, , circus] = scoresOf([0.7, 0.4, 0]);
  expect(vote).toBe(1);
  expect(circus).toBeLessThan(0.2);
  // The same report in a story on circuses.
  const [voteThere, , circusThere] = scoresOf([0, 0, 0.7]);
  expect(circusThere).toBeGreaterThanOrEqual(0.5);
  expect(voteThere).toBeLessThan(vote!);
});

describe('how far a statement bears on the story', () => {
  const passages = [10, 30, 50, 70, 90, 110, 130, 150, 170].map((start) => ({
    start,
    end: start + 20,
    kind: 'paragraph' as const,
    sentences: [
      { start, end: start + 10 },
      { start: start + 10, end: start + 20 },
    ],
  }));
  const bearing = (passage: number, told: Omit<StoryPassage, 'start' | 'end'>, role = 'primary' as const) => {
    const { start, end } = passages[passage]!;
    return bearingOf({ start: start + 10, end }, { start, end, ...told }, { role, passages, passage });
  };

  test('is by its own sentence and the passage around it', () => {
    expect(bearing(5, { strength: 0.6, strengths: [0.6, 0.55] })).toBe(1);
    expect(bearing(5, { strength: 0.6, strengths: [0.6, 0.1] })).toBeCloseTo(0.7);
    expect(bearing(5, { strength: 0.1, strengths: [0.1, 0] })).toBeCloseTo(0.1);
  });

  test('is never little in what opens a report on the story', () => {
    expect(bearing(0, { strength: 0 })).toBe(0.7);
    expect(bearing(2, { strength: 0 })).toBe(0);
    const { start, end } = passages[0]!;
    const told = { start, end, strength: 0 };
    expect(bearingOf({ start, end }, told, { role: 'background', passages, passage: 0 })).toBe(0);
  });

  test('is not judged in the events of earlier rulesets, which lose no weight', () => {
    expect(bearing(5, {})).toBeUndefined();
    expect(emphasis(undefined)).toBe(1);
    expect(emphasis(0)).toBeLessThan(1);
  });
});
