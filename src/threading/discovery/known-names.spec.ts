import { articleOf } from '../../../test/fixtures/threading-articles.js';
import { articleTerms } from './article-terms.js';
import { StoryIndex } from './discovery.js';
import { KnownNames } from './known-names.js';
import type { LeadNames } from './lead-names.js';

const naming = (...names: string[]): LeadNames => new Map(names.map((name) => [name, 1]));
const headline = (text: string) => articleOf(text, text);

test('a name is what nearly all stories that have the word name', () => {
  const known = new KnownNames();
  for (let story = 0; story < 4; story++) known.replace(naming(), naming('velda'));
  expect(known.has('velda', 4)).toBe(true);
  expect(known.has('velda', 5)).toBe(true);
  expect(known.has('velda', 6)).toBe(false);
  expect(known.has('harbour', 0)).toBe(false);
});

test('a name that a story has no more is forgotten', () => {
  const known = new KnownNames();
  known.replace(naming(), naming('velda', 'oster'));
  known.replace(naming('velda', 'oster'), naming('oster'));
  expect([known.has('velda', 1), known.has('oster', 1)]).toEqual([false, true]);
});

test('capitals that the place asks for leave open whether a word is a name', () => {
  const title = articleTerms(headline('Ferry Workers Stop Boats Across Velda Harbour'));
  expect(title.names.size).toBe(0);
  expect([...title.unsure]).toContain('velda');
  const first = articleTerms(headline('Velda ferries stop as crews walk out'));
  expect([...first.unsure]).toEqual(['velda']);
});

describe('a headline in Title Case', () => {
  const title = headline('Velda Boats Stay Ashore While Crews Stop');
  const nameThere = ([...names]: string[], index = new StoryIndex()): StoryIndex => {
    names.forEach((name, i) => index.open(`story-${i}`, headline(name)));
    return index;
  };
  const reasonOf = (index: StoryIndex): string | undefined =>
    index.nearest(title)?.reasons.find(({ kind }) => kind === 'names')?.text;

  test('has the names that stories know', () => {
    const index = nameThere(['All boats of Velda stay ashore', 'New mayor for Tosk']);
    expect(reasonOf(index)).toMatch(/^1 name/);
  });

  test('has none that they write small', () => {
    const index = nameThere(['All boats on the velda stay ashore', 'New mayor for Tosk']);
    expect(reasonOf(index)).toMatch(/^0 names/);
  });

  test('has the same in an index that was loaded', () => {
    const index = nameThere(['All boats of Velda stay ashore', 'New mayor for Tosk']);
    const loaded = new StoryIndex();
    loaded.load(index.ids().map((id) => index.snapshot(id)));
    expect(loaded.nearest(title)).toEqual(index.nearest(title));
    loaded.remove('story-0');
    loaded.open('story-2', headline('All boats on the velda stay ashore'));
    expect(reasonOf(loaded)).toMatch(/^0 names/);
  });
});
