import type { StoryContent } from '../../src/domain/story-state.js';
import { demoArticles, demoStates } from '../support/demo-states.js';

const states = demoStates();

/** Every fault of every state, so that a failure names the sentence. */
const faults = (find: (content: StoryContent, at: string) => readonly string[]): string[] =>
  states.flatMap(({ name, at, content }) => find(content, at).map((fault) => `${name}: ${fault}`));

const UNRESOLVED =
  /^[“"‘']?(?:he|she|it|they|this|that|these|those|such|his|her|its|their|them|in the meeting it)\b/i;
const EMPTY_SUBJECT = /^it (?:is|was|will be|would be) (?:not )?\w+ (?:to|that)\b/i;
const leansBack = (text: string): boolean => UNRESOLVED.test(text) && !EMPTY_SUBJECT.test(text);

const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu));
function alike(a: string, b: string): number {
  const [one, other] = [words(a), words(b)];
  return [...one].filter((word) => other.has(word)).length / Math.max(1, Math.min(one.size, other.size));
}

describe('what a reader of the demo sees', () => {
  test('there are states to read, and something in them', () => {
    expect(states.length).toBeGreaterThan(15);
    expect(states.filter(({ content }) => content.claims.length > 0).length).toBeGreaterThan(15);
    expect(states.filter(({ content }) => content.summary.length > 2).length).toBeGreaterThan(10);
  });

  test('no claim starts with a pronoun that nothing explains', () => {
    expect(faults(({ claims }) => claims.map(({ text }) => text).filter(leansBack))).toEqual([]);
  });

  test('nothing in a timeline starts so, either', () => {
    expect(faults(({ timeline }) => timeline.map(({ text }) => text).filter(leansBack))).toEqual([]);
  });

  test('nobody says the same twice on one day', () => {
    expect(
      faults(({ claims }) => {
        const marks = claims.map(({ text, saidOn }) => `${saidOn} ${text.toLowerCase()}`);
        return marks.filter((mark, i) => marks.indexOf(mark) !== i);
      }),
    ).toEqual([]);
  });

  test('what a state knows to be called off is planned nowhere in it', () => {
    const days = (it: StoryContent['timeline'][number]): { from: string; to: string } => {
      const plan = it.plannedFor ?? it;
      return { from: plan.date, to: plan.until ?? plan.date };
    };
    const sharesPeople = (a: readonly string[], b: readonly string[]): boolean =>
      a.length === 0 || a.some((name) => b.includes(name));
    expect(
      faults(({ timeline }) =>
        timeline
          .filter(({ status }) => status === 'planned')
          .filter((plan) =>
            timeline.some(
              (end) =>
                end.status === 'cancelled' &&
                end.date >= plan.date &&
                days(plan).from <= days(end).to &&
                days(end).from <= days(plan).to &&
                sharesPeople(plan.people, end.people),
            ),
          )
          .map(({ text }) => text),
      ),
    ).toEqual([]);
  });

  test('a plan that was called off is shown as such', () => {
    const after = states.filter(({ at }) => at > '2024-03-26T10');
    const plans = after.flatMap(({ content }) =>
      content.timeline.filter(({ plannedFor }) => plannedFor?.date.startsWith('2024-03-2')),
    );
    expect(plans.some(({ status }) => status === 'cancelled')).toBe(true);
  });

  test('a date that is being looked for is no postponement', () => {
    expect(
      faults(({ timeline }) =>
        timeline
          .filter(({ status, text }) => status === 'postponed' && /reschedul/.test(text))
          .map(({ text }) => text),
      ),
    ).toEqual([]);
  });

  test('nothing is dated or sourced after the state', () => {
    expect(
      faults(({ timeline, claims, summary }, at) => [
        ...timeline
          .filter(({ date, until }) => (until ?? date) > at.slice(0, 10) || date > at.slice(0, 10))
          .map(({ text }) => text),
        ...claims.filter(({ saidOn }) => saidOn > at.slice(0, 10)).map(({ text }) => text),
        ...[...timeline, ...claims, ...summary]
          .filter(({ sources }) => sources.some(({ publishedAt }) => publishedAt > at))
          .map(({ text }) => text),
      ]),
    ).toEqual([]);
  });

  test('a summary is whole sentences with sources, the newest first, none said twice', () => {
    expect(
      faults(({ summary }) =>
        summary
          .filter(
            ({ date, text, sources }, i) =>
              sources.length === 0 ||
              !/^[“"‘']?[\p{Lu}\p{N}].*[.!?…]["”’')]*$/u.test(text) ||
              leansBack(text) ||
              (i > 0 && date > summary[i - 1]!.date) ||
              summary.slice(0, i).some((other) => alike(other.text, text) > 0.75),
          )
          .map(({ text }) => text),
      ),
    ).toEqual([]);
  });

  test('a summary offers no plan that fell through or whose days have passed', () => {
    expect(
      faults(({ summary, timeline }, at) =>
        summary
          .filter(({ text }) => {
            const entry = timeline.find((it) => text.startsWith(it.text));
            const plan = entry?.plannedFor;
            return plan && entry.status === 'planned' && (plan.until ?? plan.date) < at.slice(0, 10);
          })
          .map(({ text }) => text),
      ),
    ).toEqual([]);
  });

  test('nothing that names nobody and no place stands for weeks in a timeline', () => {
    const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
    expect(
      faults(({ timeline }) =>
        timeline
          .filter(
            ({ date, until, precision, status, people, places }) =>
              status === 'happened' &&
              precision === 'range' &&
              people.length + places.length === 0 &&
              days(date, until ?? date) > 10,
          )
          .map(({ text }) => text),
      ),
    ).toEqual([]);
  });

  test('a story has something to show from its first article on', () => {
    expect(
      states
        .filter(({ content }) => content.timeline.length + content.claims.length === 0)
        .map(({ name }) => name),
    ).toEqual([]);
  });

  test('a plan whose day has passed says so', () => {
    expect(
      faults(({ timeline }, at) =>
        timeline
          .filter(({ status, plannedFor }) => status === 'planned' && plannedFor)
          .filter(({ plannedFor, dayPassed }) => {
            const last = plannedFor!.until ?? plannedFor!.date;
            return last < at.slice(0, 10) !== (dayPassed ?? false);
          })
          .map(({ text }) => text),
      ),
    ).toEqual([]);
  });

  test('reports of one happening are one entry', () => {
    expect(
      faults(({ timeline }) =>
        timeline
          .filter((it, i) =>
            timeline
              .slice(0, i)
              .some(
                (other) =>
                  it.status === 'happened' &&
                  other.status === 'happened' &&
                  it.date === other.date &&
                  /\bmet\b/.test(it.text) &&
                  /\bmet\b/.test(other.text) &&
                  it.people.some((name) => other.people.includes(name)),
              ),
          )
          .map(({ text }) => text),
      ),
    ).toEqual([]);
  });

  test('every source leads to characters of its article', () => {
    const texts = new Map(demoArticles().map(({ articleId, text }) => [articleId, text]));
    expect(
      faults(({ timeline, claims, summary }) =>
        [...timeline, ...claims, ...summary].flatMap(({ sources, text }) =>
          sources
            .filter(({ articleId, start, end }) => !texts.get(articleId)?.slice(start, end).trim())
            .map(() => text),
        ),
      ),
    ).toEqual([]);
  });
});
