import { articleOf } from '../../../test/fixtures/threading-articles.js';
import { MAX_TERMS, StoryIndex } from './discovery.js';
import type { ThreadingArticle } from '../reading.js';

const quakeInSorn = [
  [
    'Earthquake shakes Sorn, at least 12 dead',
    'An earthquake of magnitude 6.1 shook the province of Sorn on Tuesday and killed at least 12 people, Governor Radek Tolan said. Houses collapsed in the town of Mirova.',
  ],
  [
    'Rescuers search for survivors in Sorn',
    'Rescue workers dug through collapsed houses in Mirova after the earthquake of magnitude 6.1 that killed at least 12 people in Sorn. Tolan declared an emergency.',
  ],
  [
    'Death toll of Mirova quake rises to 17',
    'Seventeen people died in the earthquake in the Sorn province, Governor Radek Tolan said on Thursday. Mirova was hit worst.',
  ],
] as const;

const quakeInKelp = [
  [
    'Strong earthquake hits Kelp islands',
    'An earthquake of magnitude 7.3 hit the Kelp islands on Wednesday. Officials in Port Hadley warned of a tsunami and told people to leave the coast, said President Inez Okoro.',
  ],
  [
    'Tsunami warning lifted in Port Hadley',
    'Officials on the Kelp islands lifted the tsunami warning after the earthquake of magnitude 7.3. Nobody was killed, President Inez Okoro said in Port Hadley.',
  ],
] as const;

const take = (index: StoryIndex, article: ThreadingArticle): string => {
  const nearest = index.nearest(article);
  if (nearest) index.add(nearest.storyId, article);
  else index.open(article.articleId, article);
  return nearest?.storyId ?? article.articleId;
};

const articles = (texts: readonly (readonly [string, string])[]): ThreadingArticle[] =>
  texts.map(([title, text]) => articleOf(title, text));

test('reworded reports of one happening stay together, another happening of the kind stays apart', () => {
  const [a1, a2, a3] = articles(quakeInSorn);
  const [b1, b2] = articles(quakeInKelp);
  for (const order of [
    [a1, a2, a3, b1, b2],
    [b2, a3, b1, a1, a2],
    [a2, b1, a3, b2, a1],
  ]) {
    const index = new StoryIndex();
    const found = new Map(order.map((article) => [article!, take(index, article!)]));
    expect(found.get(a2!)).toBe(found.get(a1!));
    expect(found.get(a3!)).toBe(found.get(a1!));
    expect(found.get(b2!)).toBe(found.get(b1!));
    expect(found.get(b1!)).not.toBe(found.get(a1!));
    expect(index.size).toBe(2);
  }
});

test('a decision tells its score, reasons and runner-up', () => {
  const index = new StoryIndex();
  const [a1, a2] = articles(quakeInSorn);
  index.open('sorn', a1!);
  index.open('kelp', articles(quakeInKelp)[0]!);
  const nearest = index.nearest(a2!)!;
  expect(nearest.storyId).toBe('sorn');
  expect(nearest.score).toBeGreaterThan(0.5);
  expect(nearest.runnerUp).toMatchObject({ storyId: 'kelp' });
  expect(nearest.runnerUp!.score).toBeLessThan(nearest.score);
  expect(nearest.reasons.map((reason) => reason.kind)).toEqual(['words', 'names', 'headline', 'time']);
  // An erased text must not live on in the log.
  expect(JSON.stringify(nearest.reasons)).not.toMatch(/mirova|tolan/i);
});

test('what comes a year later needs more evidence', () => {
  const index = new StoryIndex();
  const [a1, a2] = articles(quakeInSorn);
  index.open('sorn', a1!);
  const now = index.nearest(a2!)!;
  const later = index.nearest({ ...a2!, publishedAt: '2032-05-10T12:00:00Z' });
  expect(later?.score ?? 0).toBeLessThan(now.score);
});

test('an index loaded from its sketches decides alike', () => {
  const index = new StoryIndex();
  const [a1, a2, a3] = articles(quakeInSorn);
  const [b1, b2] = articles(quakeInKelp);
  for (const article of [a1, b1, a2]) take(index, article!);
  const loaded = new StoryIndex();
  const sketches = [a1!, b1!].map((article) => index.snapshot(article.articleId));
  loaded.load(JSON.parse(JSON.stringify(sketches)));
  expect(loaded.size).toBe(2);
  for (const article of [a3, b2]) expect(loaded.nearest(article!)).toEqual(index.nearest(article!));
  index.add(a1!.articleId, a3!);
  loaded.add(a1!.articleId, a3!);
  expect(loaded.snapshot(a1!.articleId)).toEqual(index.snapshot(a1!.articleId));
});

test('a sketch stays small however much is added', () => {
  const index = new StoryIndex();
  for (let i = 0; i < 30; i++) {
    const text = Array.from({ length: 60 }, (_, j) => `Strange${i}word${j}x`).join(' ');
    const article = articleOf(`Report ${i}`, text);
    if (i === 0) index.open('story', article);
    else index.add('story', article);
  }
  expect(index.snapshot('story').terms.length).toBeLessThanOrEqual(MAX_TERMS);
});

test('a story taken out is found no more, and its terms are rare again', () => {
  const index = new StoryIndex();
  const [a1, a2] = articles(quakeInSorn);
  index.open('sorn', a1!);
  index.remove('sorn');
  index.remove('sorn');
  expect(index.nearest(a2!)).toBeNull();
  expect(() => index.add('sorn', a2!)).toThrow('no story sorn');
});

test('an article without a word opens a story of its own', () => {
  const index = new StoryIndex();
  expect(index.nearest(articleOf('', ''))).toBeNull();
  index.open('empty', articleOf('', ''));
  expect(index.nearest(articleOf('…', ''))).toBeNull();
});
