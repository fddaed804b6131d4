import { articleOf } from '../../../test/fixtures/threading-articles.js';
import { StoryIndex } from './discovery.js';
import { secondLook } from './second-look.js';

const BRIDGE = articleOf(
  'Bridge at Tolm gives way',
  'The bridge over the Arne at Tolm gave way on Monday. A bus fell into the river, mayor Edda Voss said.',
);
const BUS = articleOf(
  'Bus in the Arne: twelve hurt',
  'Twelve people were hurt when a bus fell into the Arne. The bridge at Tolm had given way, Edda Voss said.',
);
const CRACKS = articleOf(
  'Inspectors had seen cracks',
  'Inspectors had seen cracks in the steel years ago, a report says. Nobody acted on it.',
);
const STEEL = articleOf(
  'Tolm bridge: cracks in the steel were known',
  'Inspectors had seen cracks in the steel of the bridge over the Arne at Tolm years ago, a report says. Nobody acted on it, mayor Edda Voss said.',
);
const VOTE = articleOf(
  'Orsk votes on its harbour',
  'The town of Orsk votes on a new harbour on Sunday. The council is for it, said Lena Brandt.',
);

function indexOf(stories: Record<string, ReturnType<typeof articleOf>[]>): StoryIndex {
  const index = new StoryIndex();
  for (const [storyId, articles] of Object.entries(stories))
    for (const article of articles) index.open(storyId, article);
  return index;
}

test('a story of few articles belongs to one that has come to tell the same', () => {
  const early = indexOf({ cracks: [CRACKS], bridge: [BRIDGE, BUS], vote: [VOTE] });
  expect(secondLook(early, 'cracks', [CRACKS])).toBeNull();
  const index = indexOf({ cracks: [CRACKS], bridge: [BRIDGE, BUS, STEEL], vote: [VOTE] });
  expect(secondLook(index, 'cracks', [CRACKS])).toMatchObject({
    into: 'bridge',
    nearest: [{ storyId: 'bridge' }],
  });
  expect(secondLook(index, 'vote', [VOTE])).toBeNull();
});

test('most of its articles must be near it', () => {
  const index = indexOf({ mixed: [CRACKS, VOTE], bridge: [BRIDGE, BUS, STEEL] });
  expect(secondLook(index, 'mixed', [CRACKS, VOTE])).toBeNull();
  const sound = articleOf('Cracks were seen', `${CRACKS.text} Steel does not heal.`, { articleId: 'sound' });
  const most = indexOf({ mixed: [CRACKS, VOTE, sound], bridge: [BRIDGE, BUS, STEEL] });
  expect(secondLook(most, 'mixed', [CRACKS, VOTE, sound])).toMatchObject({
    into: 'bridge',
    nearest: [{ storyId: 'bridge' }, null, { storyId: 'bridge' }],
  });
});

test('a story is not merged into one of fewer articles, and looking changes nothing', () => {
  const index = indexOf({ small: [STEEL], large: [CRACKS, BRIDGE, BUS] });
  const before = index.ids().map((id) => index.snapshot(id));
  expect(secondLook(index, 'large', [CRACKS, BRIDGE, BUS])).toBeNull();
  expect(secondLook(index, 'small', [STEEL])).toMatchObject({ into: 'large' });
  expect(
    index
      .ids()
      .map((id) => index.snapshot(id))
      .sort((a, b) => (a.storyId < b.storyId ? -1 : 1)),
  ).toEqual(before.sort((a, b) => (a.storyId < b.storyId ? -1 : 1)));
});
