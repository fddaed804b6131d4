import { applyPatch } from 'rfc6902';
import { contributionOf, type Invented } from '../../../../test/support/invented-story.js';
import type { StoryState } from '../../../domain/story-state.js';
import { diffStates } from './change.js';
import { renderFull } from './render.js';

const state = (version: number, articles: Invented[]): StoryState => ({
  id: 'story',
  slug: 'gate',
  title: 'The eastern gate',
  status: 'open',
  version,
  at: '2031-03-09T00:00:00.000Z',
  knownAt: '2031-03-09T00:00:00.000Z',
  position: String(version),
  ...renderFull(articles.map(contributionOf)),
});

const first: Invented = {
  publisher: 'Post',
  publishedAt: '2031-03-01T09:00:00Z',
  title: 'Gate shut',
  sentences: [
    {
      text: 'Mayor Ada Norrin shut the eastern gate of Velm on Saturday, which kept 300 people out.',
      development: { date: '2031-03-01' },
      figures: [{ value: 300, subject: 'people outside the gate' }],
    },
  ],
  entities: [['Ada Norrin', 'person']],
};
const second: Invented = {
  publisher: 'Echo',
  publishedAt: '2031-03-04T09:00:00Z',
  title: 'Gate opens',
  sentences: [
    {
      text: 'Workers opened a small door in the wall beside it on Tuesday.',
      development: { date: '2031-03-04' },
    },
    {
      text: 'A bridge over the river was closed for repairs on Monday.',
      development: { date: '2031-03-03' },
    },
    {
      text: '“It will do until summer comes,” Norrin said.',
      claim: { speaker: 'Norrin', words: 'It will do until summer comes' },
    },
  ],
  entities: [['Norrin', 'person', [], 'mayor']],
};

describe('what changed', () => {
  it('is typed, and the patch makes one state of the other', () => {
    const a = state(1, [first]);
    const b = { ...state(2, [first, second]), title: 'The gates' };
    const { changes, patch } = diffStates(a, b);
    expect(changes.map((it) => it.type).sort()).toEqual([
      'article-added',
      'claim-added',
      'development-added',
      'development-added',
      'entity-changed',
      'title-changed',
    ]);
    const copy = JSON.parse(JSON.stringify(a)) as StoryState;
    expect(applyPatch(copy, JSON.parse(JSON.stringify(patch))).every((error) => error === null)).toBe(true);
    expect(copy).toEqual(JSON.parse(JSON.stringify(b)));
    expect(diffStates(b, a).changes.map((it) => it.type)).toContain('article-removed');
    expect(diffStates(a, a)).toEqual({ changes: [], patch: [] });
  });
});
