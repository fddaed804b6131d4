import type { StateEntity, StoryContent } from '../../src/domain/story-state.js';
import { fromContribution, merge } from '../../src/projections/story-state/content/aggregate.js';
import { distance } from '../../src/projections/story-state/content/names.js';
import { render } from '../../src/projections/story-state/content/render.js';
import { contentOf, demoContributions, demoStates } from '../support/demo-states.js';

const states = demoStates();

/** Every fault of every state, so that a failure names it. */
const faults = (find: (content: StoryContent) => readonly string[]): string[] =>
  states.flatMap(({ name, content }) => find(content).map((fault) => `${name}: ${fault}`));

const plain = (name: string): string => name.toLowerCase().replace(/^the /, '');
const pairs = <T>(list: readonly T[]): [T, T][] =>
  list.flatMap((a, i) => list.slice(i + 1).map((b): [T, T] => [a, b]));
const people = ({ entities }: StoryContent): StateEntity[] =>
  entities.filter(({ type }) => type === 'person');

/** Near enough in spelling that a reader would take them for one. */
function variants(a: string, b: string): boolean {
  const [x, y] = [plain(a).split(' '), plain(b).split(' ')];
  if (x.length === 1 || y.length === 1) return x.at(-1) === y.at(-1);
  return distance(x.at(-1)!, y.at(-1)!) <= 1 && distance(x[0]!, y[0]!) <= 1;
}

const NO_START =
  /^(?:the|a|an|its|their|his|her|in|on|at|to|of|for|from|by|with|during|since|after|before|who|that|which|it|he|she|they|and|or)\b/i;
const NO_END =
  /\b(?:the|a|an|its|their|in|on|at|to|of|for|from|by|with|during|since|and|or|who|that|which|it|he|she|they|them|there)$/i;
const DANGLING =
  /\b(?:that|which|who|whom) (?:it|he|she|they|we|you)\b|\b(?:the (?:city|town|vicinity|area))$/i;
/** Of these a bare noun says too little. */
const BARE = /^(?:fighters|battalions|people|troops|trucks|tents|questions|civilians|Palestinians)$/i;

const stems = (subject: string): Set<string> =>
  new Set((subject.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 6)));
function nearlyEqual(a: string, b: string): boolean {
  const [x, y] = [stems(a), stems(b)];
  const shared = [...x].filter((word) => y.has(word)).length;
  return shared / Math.max(1, Math.min(x.size, y.size)) >= 0.75;
}

describe('who and where, in the demo', () => {
  test('there are entities and figures to read', () => {
    expect(states.filter(({ content }) => people(content).length >= 4).length).toBeGreaterThan(12);
    expect(states.filter(({ content }) => content.figures.length >= 5).length).toBeGreaterThan(8);
  });

  test('nothing is of two types or listed twice', () => {
    expect(
      faults(({ entities }) => {
        const forms = entities.map(({ name }) => plain(name));
        return forms.filter((form, i) => forms.indexOf(form) !== i);
      }),
    ).toEqual([]);
  });

  test('nobody is listed twice, by a variant or by surname alone', () => {
    expect(
      faults((content) =>
        pairs(people(content))
          .filter(([a, b]) => variants(a.name, b.name))
          .map(([a, b]) => `${a.name} = ${b.name}`),
      ),
    ).toEqual([]);
  });

  test('no alias is another entity', () => {
    expect(
      faults(({ entities }) => {
        const names = new Set(entities.map(({ name }) => plain(name)));
        return entities.flatMap(({ aliases }) => aliases).filter((alias) => names.has(plain(alias)));
      }),
    ).toEqual([]);
  });

  test.each([
    ['Rafah', 'place'],
    ['Gaza', 'place'],
    ['Hamas', 'organisation'],
    ['Shin Bet', 'organisation'],
    ['Biden', 'person'],
    ['Netanyahu', 'person'],
  ])('%s is a %s wherever it is named', (name, type) => {
    const met = states.flatMap(({ content }) =>
      content.entities.filter((it) => it.name === name || it.aliases.includes(name)),
    );
    expect(new Set(met.map((it) => it.type))).toEqual(new Set(met.length > 0 ? [type] : []));
  });

  test('the people and places of a timeline are people and places', () => {
    expect(
      faults(({ entities, timeline }) => {
        const types = new Map(entities.map(({ name, type }) => [name, type]));
        return timeline.flatMap((entry) => [
          ...entry.people.filter((name) => (types.get(name) ?? 'person') !== 'person'),
          ...entry.places.filter((name) => (types.get(name) ?? 'place') !== 'place'),
        ]);
      }),
    ).toEqual([]);
  });

  test('a role reads as one, and only people have any', () => {
    expect(
      faults(({ entities }) =>
        entities.flatMap(({ name, type, role }) =>
          role !== undefined &&
          (type !== 'person' || NO_START.test(role) || NO_END.test(role) || role.length > 80)
            ? [`${name}: ${role}`]
            : [],
        ),
      ),
    ).toEqual([]);
  });
});

describe('how many, in the demo', () => {
  test('every subject can be read alone', () => {
    expect(
      faults(({ figures }) =>
        figures
          .map(({ subject }) => subject)
          .filter(
            (subject) =>
              NO_START.test(subject) ||
              NO_END.test(subject) ||
              DANGLING.test(subject) ||
              BARE.test(subject) ||
              /\s(?:The|An?)\s/.test(subject),
          ),
      ),
    ).toEqual([]);
  });

  test('no number is told twice under nearly equal subjects', () => {
    expect(
      faults(({ figures }) =>
        pairs(figures)
          .filter(
            ([a, b]) =>
              a.unit === b.unit &&
              nearlyEqual(a.subject, b.subject) &&
              a.values.some(({ value }) => b.values.some((other) => other.value === value)),
          )
          .map(([a, b]) => `${a.subject} = ${b.subject}`),
      ),
    ).toEqual([]);
  });

  test('nor twice in one subject by one source', () => {
    expect(
      faults(({ figures }) =>
        figures.flatMap(({ subject, values }) => {
          const marks = values.map((it) => `${it.value}-${it.upper ?? ''} ${it.attributedTo ?? ''}`);
          return marks.some((mark, i) => marks.indexOf(mark) !== i) ? [subject] : [];
        }),
      ),
    ).toEqual([]);
  });

  test('contested is only what differs', () => {
    expect(
      faults(({ figures }) =>
        figures
          .filter((it) => it.contested && new Set(it.values.map(({ value }) => value)).size < 2)
          .map(({ subject }) => subject),
      ),
    ).toEqual([]);
  });

  test('those who left are not counted among those who are there', () => {
    expect(
      faults(({ figures }) =>
        figures
          .filter(({ values }) => values.some(({ value }) => value === 250_000))
          .filter(({ values }) => values.length > 1)
          .map(({ subject }) => subject),
      ),
    ).toEqual([]);
  });
});

describe('names and figures are folded', () => {
  test.each([...demoContributions()])('%s: the same in any order and grouping', (_, contributions) => {
    const whole = contentOf(contributions);
    expect(contentOf([...contributions].reverse())).toEqual(whole);
    const parts = [...contributions.slice(2), ...contributions.slice(0, 2)].map((it) => fromContribution(it));
    expect(render(parts.reduce((a, b) => merge(b, a)))).toEqual(whole);
  });

  test('an article that goes takes what it joined with it', () => {
    const all = demoContributions().get('rafah-operation')!;
    const spellings = (content: StoryContent): string[] =>
      people(content)
        .filter(({ name }) => name.endsWith(' Halevi'))
        .flatMap(({ name, aliases }) => [name, ...aliases.filter((it) => it.includes(' '))])
        .sort();
    expect(spellings(contentOf(all)).length).toBeGreaterThan(1);
    const first = all.filter(({ entities }) => entities.some(({ name }) => name === 'Herzl Halevi'));
    expect(spellings(contentOf(first))).toEqual(['Herzl Halevi']);
  });
});
