import { analyze } from '../../analysis/analyze.js';
import { packVector, type Embedding } from '../../domain/embedding.js';
import { meaningFactor, withArticle, type StoryMeaning } from './meaning.js';
import { StoryIndex, type StorySketch, type ThreadingArticle } from '../ruleset.js';

const vector = (...numbers: number[]): Embedding => ({ model: 'm', vector: packVector(numbers) });
const story = (...numbers: number[]): { storyId: string; meaning: StoryMeaning } => ({
  storyId: numbers.join(' '),
  meaning: { ...vector(...numbers), articles: 1 },
});
/** Ten stories about other things. */
const others = Array.from({ length: 10 }, (_, i) => story(1, 1, 0.1 * (i % 3), 0));

describe('the meaning of an article and of stories', () => {
  it('brings the article closer to a story that means the same, and others further away', () => {
    const same = story(1, 0, 0, 2);
    const factor = meaningFactor(vector(1, 0, 0, 2), [...others, same]);
    expect(factor(same)).toBeCloseTo(1.12, 2);
    expect(factor(others[0]!)).toBeLessThan(0.8);
  });

  it('does not care how alike a model finds everything', () => {
    const crowded = others.map((_, i) => story(10, 0.1 * (i % 3), 0, 0));
    const factor = meaningFactor(vector(10, 0.1, 0, 0), crowded);
    expect(Math.max(...crowded.map(factor))).toBeLessThan(1);
  });

  it('has no say without a vector, between two models, or among a handful of stories', () => {
    const same = story(1, 0, 0, 2);
    expect(meaningFactor(undefined, others)(same)).toBe(1);
    expect(meaningFactor({ ...vector(1, 0, 0, 2), model: 'n' }, [...others, same])(same)).toBe(1);
    expect(meaningFactor(vector(1, 0, 0, 2), [same])(same)).toBe(1);
    expect(meaningFactor(vector(1, 0, 0, 2), others)({})).toBe(1);
  });

  it('is the same in whatever order the stories stand', () => {
    const many = Array.from({ length: 200 }, (_, i) => story(1, i / 50, 1, 0));
    const [one, other] = [many, many.toReversed()].map((all) =>
      meaningFactor(vector(1, 0, 0, 2), all)(many[0]!),
    );
    expect(one).toBe(other);
  });

  it('of a story is the mean of its articles, and begins anew with another model', () => {
    let meaning = withArticle(undefined, vector(1, 0));
    meaning = withArticle(meaning, vector(0, 1));
    meaning = withArticle(meaning, undefined);
    expect(meaning).toEqual({ ...vector(1, 1), articles: 2 });
    const other = { model: 'n', vector: packVector([1, 0, 0]) };
    expect(withArticle(meaning, other)).toEqual({ ...other, articles: 1 });
  });
});

describe('discovery', () => {
  const article = (name: string, text: string, embedding?: Embedding): ThreadingArticle => ({
    articleId: name,
    revision: 1,
    title: text,
    text,
    publisher: 'The Harbour Post',
    publishedAt: '2024-05-08T12:00:00Z',
    analysis: analyze({ title: text, text, publisher: 'P', publishedAt: '2024-05-08T12:00:00Z' }),
    ...(embedding ? { embedding } : {}),
  });
  const index = (): StoryIndex => {
    const made = new StoryIndex();
    const towns = 'Arden Barrow Calder Dunmore Elland Farley Garton Helm Ilford'.split(' ');
    towns.forEach((town, i) =>
      made.open(town, article(town, `Fire closes the ${town} bridge for weeks`, vector(1, 1, i / 9, 0))),
    );
    made.open('ferry', article('ferry', 'Ferry Aurora aground off Port Meridian', vector(0, 1, 0, 3)));
    return made;
  };
  const text = 'Rescuers take everybody off the Aurora in fire boats';

  it('says so where meaning had a say, and decides the same from what was stored', () => {
    const near = article('a', text, vector(0, 1, 0, 3));
    const made = index();
    const [without, nearest] = [made.nearest(article('b', text)), made.nearest(near)];
    expect(nearest!.storyId).toBe('ferry');
    expect(nearest!.score).toBeGreaterThan(without?.score ?? 0);
    expect(nearest!.reasons).toContainEqual(expect.objectContaining({ kind: 'meaning' }));
    expect(without?.reasons ?? []).not.toContainEqual(expect.objectContaining({ kind: 'meaning' }));
    const loaded = new StoryIndex();
    loaded.load(
      ['Arden', 'Barrow', 'Calder', 'Dunmore', 'Elland', 'Farley', 'Garton', 'Helm', 'Ilford', 'ferry'].map(
        (id) => JSON.parse(JSON.stringify(made.snapshot(id))) as StorySketch,
      ),
    );
    expect(loaded.nearest(near)).toEqual(nearest);
  });
});
