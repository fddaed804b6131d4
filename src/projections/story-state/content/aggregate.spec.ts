import { contributionOf } from '../../../../test/support/invented-story.js';
import { emptyAggregate, fromContribution, merge, mergeAll, type Aggregate } from './aggregate.js';
import type { Contribution } from './contribution.js';
import { RENDER_LIMITS } from './limits.js';
import { render } from './render.js';

/** The same numbers in every run (mulberry32). */
function numbers(seed: number): (below: number) => number {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const OUTLETS = ['Post', 'Echo', 'Mirror', 'Tide'];
const VERBS = ['met', 'closed', 'opened', 'blamed', 'visited', 'sued', 'praised', 'left'];
const THINGS = ['gate', 'pier', 'ferry', 'council', 'school', 'market', 'bridge', 'tower', 'dam', 'road'];

/** An invented article of an endless story of days. */
function article(n: number, days: number): Contribution {
  const pick = numbers(n);
  const day = new Date(Date.UTC(2031, 0, 1 + (n % days))).toISOString().slice(0, 10);
  const person = () => `Name${pick(60)} Sur${'abcdefghij'[pick(10)]}n${'klmnopqrst'[pick(10)]}r`;
  return contributionOf({
    id: `${String(n * 7919 + 104729).padStart(8, '0')}-0000-5000-8000-00000000${String(n).padStart(4, '0')}`,
    publisher: OUTLETS[pick(4)]!,
    publishedAt: `${day}T${String(pick(24)).padStart(2, '0')}:00:00Z`,
    entities: [
      [person(), 'person'],
      ['Velm', 'place'],
    ],
    sentences: Array.from({ length: 10 }, (_, i) => {
      const text = `In Velm ${person()} ${VERBS[pick(8)]} the ${THINGS[pick(10)]} of the ${THINGS[pick(10)]} number ${pick(500)}, as ${VERBS[pick(8)]} by the ${THINGS[pick(10)]}.`;
      return {
        text,
        development: { date: day, salience: (1 + pick(100)) / 100 },
        figures: [
          { value: pick(9_000), subject: `${THINGS[pick(10)]} visitors in Velm`, salience: pick(100) / 100 },
        ],
        ...(i < 3 ? { claim: { speaker: person(), words: text, salience: pick(100) / 100 } } : {}),
      };
    }),
  });
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const pick = numbers(seed);
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = pick(i + 1);
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}

const oneByOne = (parts: readonly Aggregate[]): Aggregate => parts.reduce(merge, emptyAggregate());

function inRuns(parts: readonly Aggregate[], length: number): Aggregate {
  const runs: Aggregate[] = [];
  for (let i = 0; i < parts.length; i += length) runs.push(mergeAll(parts.slice(i, i + length)));
  return mergeAll(runs);
}

describe('aggregates', () => {
  it('render the same for the same articles, in any order and grouping', () => {
    const parts = Array.from({ length: 24 }, (_, n) => fromContribution(article(n, 9)));
    const expected = render(oneByOne(parts));
    for (let seed = 1; seed <= 5; seed++) {
      const mixed = shuffled(parts, seed);
      expect(render(oneByOne(mixed))).toEqual(expected);
      expect(render(inRuns(mixed, 5))).toEqual(expected);
    }
  });

  it('keep the same statements of a long story in any grouping, far beyond the caps', () => {
    const parts = Array.from({ length: 300 }, (_, n) => fromContribution(article(n, 80)));
    const expected = oneByOne(parts);
    for (const other of [inRuns(shuffled(parts, 3), 32), inRuns(parts, 7)]) {
      expect(keys(other.developments)).toEqual(keys(expected.developments));
      expect(keys(other.claims)).toEqual(keys(expected.claims));
      expect(keys(other.figures)).toEqual(keys(expected.figures));
      expect(other.newest).toEqual(expected.newest);
      expect(other.articles).toBe(300);
    }
  });

  it('stay small however many articles go in, and so does a state', () => {
    const parts = Array.from({ length: 300 }, (_, n) => fromContribution(article(n, 80)));
    const whole = inRuns(parts, 32);
    expect(JSON.stringify(whole).length).toBeLessThan(90_000);
    const state = render(whole);
    expect(state.timeline).toHaveLength(RENDER_LIMITS.timeline);
    expect(state.articles).toMatchObject({ total: 300 });
    expect(state.articles.items).toHaveLength(RENDER_LIMITS.articles);
    expect(JSON.stringify(state).length).toBeLessThan(45_000);
  });

  it('keep the best weight and prominence of a sentence, whichever report comes first', () => {
    const told = (publishedAt: string, salience: number, strength: number): Aggregate =>
      fromContribution(
        contributionOf({
          publishedAt,
          strengths: [strength],
          role: 'background',
          entities: [['Velm', 'place']],
          sentences: [
            {
              text: 'The council of Velm closed the eastern gate on Monday morning.',
              development: { date: '2031-03-03', salience },
            },
          ],
        }),
      );
    const aside = told('2031-03-04T08:00:00Z', 0.8, 0);
    const news = told('2031-03-04T09:00:00Z', 0.6, 0.5);
    expect(aside.developments).toMatchObject([{ weight: 0.4, prominence: 0.8 }]);
    expect(news.developments).toMatchObject([{ weight: 0.6 }]);
    for (const parts of [
      [aside, news],
      [news, aside],
    ]) {
      expect(mergeAll(parts).developments).toMatchObject([{ told: 2, weight: 0.6, prominence: 0.8 }]);
    }
    const lead = told('2031-03-04T10:00:00Z', 0.9, 0.5);
    for (const all of [
      [aside, news, lead],
      [lead, news, aside],
    ].map((parts) => oneByOne(parts))) {
      expect(all.developments).toMatchObject([{ told: 3, weight: 0.9 }]);
      expect(all.developments[0]).not.toHaveProperty('prominence');
    }
  });

  it('survive storage and are not changed by merging', () => {
    const a = fromContribution(article(1, 9));
    const b = fromContribution(article(2, 9));
    const before = JSON.stringify([a, b]);
    const merged = merge(a, b);
    expect(JSON.stringify([a, b])).toBe(before);
    const stored = (it: Aggregate): Aggregate => JSON.parse(JSON.stringify(it)) as Aggregate;
    expect(merge(stored(a), stored(b))).toEqual(merged);
    expect(JSON.stringify(render(stored(merged)))).toBe(JSON.stringify(render(merged)));
  });

  it('of nothing render to nothing', () => {
    expect(render(emptyAggregate())).toEqual({
      summary: [],
      timeline: [],
      figures: [],
      claims: [],
      entities: [],
      articles: { total: 0, independentOrigins: 0, items: [] },
      publishers: [],
    });
  });
});

const keys = (records: readonly { readonly key: string }[]): string[] => records.map((it) => it.key);
