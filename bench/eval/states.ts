import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { StoryContent } from '../../src/domain/story-state.js';
import {
  fromContribution,
  merge,
  emptyAggregate,
} from '../../src/projections/story-state/content/aggregate.js';
import { render } from '../../src/projections/story-state/content/render.js';
import { fold, words } from '../../src/projections/story-state/content/words.js';
import { contributionTo } from './story.js';

export interface StateScores {
  readonly states: number;
  /** Things in a state that are dated after the day it is of. Must be 0. */
  readonly datedLater: number;
  /** Share of what a human writes as background that the state also has; `reachable` is the share that the updates have. */
  readonly names: Recall;
  readonly dates: Recall;
  readonly figures: Recall;
  /** Examples of what is dated later. */
  readonly leaks: readonly string[];
  /** JSON size of a state, mean and largest. */
  readonly bytes: { readonly mean: number; readonly largest: number };
}

export interface Recall {
  readonly asked: number;
  readonly recall: number;
  readonly reachable: number;
}

interface Update {
  readonly date: string;
  readonly update: string;
  readonly background: string;
}

/**
 * Measures states on folders of the form of background-summaries: `<event>/annotator<n>.tsv` with dated updates and,
 * for each, what a reader must know already. The updates are one story's articles; before each, the state at the day of
 * the one before is held against the background.
 *
 * @param annotators of each event, the first so many
 */
export function run(folder: string, annotators = Infinity): StateScores {
  const tally = { names: new Tally(), dates: new Tally(), figures: new Tally() };
  const leaks: string[] = [];
  const sizes: number[] = [];
  const events = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const event of events.map(({ name }) => name).sort()) {
    const files = readdirSync(path.join(folder, event)).filter((name) => name.endsWith('.tsv'));
    for (const file of files.sort().slice(0, annotators)) {
      measureEvent(`${event}-${file}`, readUpdates(path.join(folder, event, file)), tally, leaks, sizes);
    }
  }
  return {
    states: sizes.length,
    datedLater: leaks.length,
    names: tally.names.result(),
    dates: tally.dates.result(),
    figures: tally.figures.result(),
    leaks: leaks.slice(0, 20),
    bytes: { mean: sizes.reduce((a, b) => a + b, 0) / sizes.length, largest: Math.max(...sizes) },
  };
}

/** The updates so far. */
interface Told {
  readonly text: string;
  readonly days: ReadonlySet<string>;
}

type Tallies = Record<'names' | 'dates' | 'figures', Tally>;

function measureEvent(
  story: string,
  updates: readonly Update[],
  tally: Tallies,
  leaks: string[],
  sizes: number[],
): void {
  let aggregate = emptyAggregate();
  let told = '';
  const toldDays = new Set<string>();
  let content: StoryContent | null = null;
  for (const [i, { date, update, background }] of updates.entries()) {
    if (content) compareWith(background, content, { text: told, days: toldDays }, date, tally);
    const publishedAt = `${date}T12:00:00Z`;
    const article = {
      id: `${story}-${i}`,
      title: update.slice(0, 80),
      text: update,
      publisher: 'updates',
      publishedAt,
    };
    aggregate = merge(aggregate, fromContribution(contributionTo(story, article)));
    told += ` ${update}`;
    toldDays.add(date);
    content = render(aggregate);
    sizes.push(JSON.stringify(content).length);
    leaks.push(...datedAfter(content, date).map((it) => `${story} ${date}: ${it}`));
  }
}

/** What a state dates after a day. A plan's own day lies ahead by its nature and is told apart. */
export function datedAfter(content: StoryContent, day: string): string[] {
  const found: string[] = [];
  const check = (what: string, date: string | undefined): void => {
    if (date !== undefined && date.slice(0, 10) > day) found.push(`${what} ${date}`);
  };
  const sourced = [
    ...content.summary,
    ...content.timeline,
    ...content.claims,
    ...content.figures.flatMap((it) => it.values),
  ];
  for (const { sources } of sourced) for (const it of sources) check('source', it.publishedAt);
  for (const it of content.timeline) {
    check('development', it.date);
    check('development until', it.until);
  }
  for (const it of content.claims) check('claim', it.saidOn);
  for (const it of content.figures.flatMap((subject) => subject.values)) check('figure', it.reportedAt);
  for (const it of content.articles.items) check('article', it.publishedAt);
  return found;
}

function compareWith(
  background: string,
  content: StoryContent,
  told: Told,
  date: string,
  tally: Tallies,
): void {
  const state = [
    ...content.summary.map((it) => it.text),
    ...content.timeline.map((it) => it.text),
    ...content.claims.flatMap((it) => [it.speaker, it.role ?? '', it.text]),
    ...content.figures.map((it) => it.subject),
    ...content.entities.flatMap((it) => [it.name, ...it.aliases]),
  ].join(' ');
  const stateWords = new Set(words(state));
  const toldWords = new Set(words(told.text));
  for (const name of namesIn(background)) tally.names.count(stateWords.has(name), toldWords.has(name));
  const numbers = new Set([
    ...numbersIn(state),
    ...content.figures.flatMap((it) => it.values).flatMap((it) => [it.value, it.upper ?? it.value]),
  ]);
  const toldNumbers = new Set(numbersIn(told.text));
  for (const number of new Set(numbersIn(background)))
    tally.figures.count(numbers.has(number), toldNumbers.has(number));
  const days = new Set(content.timeline.map((it) => it.date));
  const texts = datesIn(state, date);
  const toldDates = datesIn(told.text, date);
  for (const day of datesIn(background, date)) {
    tally.dates.count(days.has(day) || texts.has(day), toldDates.has(day) || told.days.has(day));
  }
}

class Tally {
  private asked = 0;
  private found = 0;
  private reachable = 0;

  count(found: boolean, reachable: boolean): void {
    this.asked += 1;
    this.found += found ? 1 : 0;
    this.reachable += found || reachable ? 1 : 0;
  }

  result(): Recall {
    const share = (n: number): number => n / Math.max(1, this.asked);
    return { asked: this.asked, recall: share(this.found), reachable: share(this.reachable) };
  }
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const NO_NAMES = new Set([
  ...MONTHS,
  ...'monday tuesday wednesday thursday friday saturday sunday'.split(' '),
]);

/** Capitalised words inside sentences, folded, each once; months and days of the week are none. */
function namesIn(text: string): Set<string> {
  const names = new Set<string>();
  for (const [, word] of text.matchAll(/(?<=[\p{Ll}\p{N},;] )(\p{Lu}[\p{L}'-]+)/gu)) {
    const name = words(word!)[0];
    if (name && !NO_NAMES.has(name)) names.add(name);
  }
  return names;
}

/** Days with a month: "June 25th, 2009", "20 April"; without a year, the last such day up to `before`. */
function datesIn(text: string, before: string): Set<string> {
  const found = new Set<string>();
  const month = MONTHS.map((name) => `${name}|${name.slice(0, 3)}`).join('|');
  const pattern = new RegExp(
    `\\b(?:(${month})\\.? (\\d{1,2})|(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${month}))(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?`,
    'g',
  );
  for (const match of fold(text).matchAll(pattern)) {
    const name = (match[1] ?? match[4])!.slice(0, 3);
    const number = MONTHS.findIndex((it) => it.startsWith(name)) + 1;
    const day = `${String(number).padStart(2, '0')}-${(match[2] ?? match[3])!.padStart(2, '0')}`;
    const year = Number(before.slice(0, 4));
    const guess = `${year}-${day}` <= before ? `${year}-${day}` : `${year - 1}-${day}`;
    found.add(match[5] ? `${match[5]}-${day}` : guess);
  }
  return found;
}

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** Numbers in digits that are no part of a date. */
function numbersIn(text: string): number[] {
  const month = MONTHS.join('|');
  const plain = fold(text)
    .replace(
      new RegExp(
        `\\b(?:${month}) \\d{1,2}(?:st|nd|rd|th)?\\b|\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${month})\\b`,
        'g',
      ),
      ' ',
    )
    .replace(/\b(?:19|20)\d\d\b/g, ' ');
  return [
    ...plain.matchAll(/(?<![\w.])(\d[\d,]*(?:\.\d+)?)(?: (thousand|million|billion|trillion)\b)?(?!\w)/g),
  ].map(([, digits, scale]) => Number(digits!.replace(/,/g, '')) * (scale ? SCALES[scale]! : 1));
}

/** Tab-separated, with quoted fields in which a quote is doubled. */
function readUpdates(file: string): Update[] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of readFileSync(file, 'utf8').matchAll(
    /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/g,
  )) {
    rows.at(-1)!.push(quoted !== undefined ? quoted.replace(/""/g, '"') : (bare ?? ''));
    if (end !== '\t') rows.push([]);
  }
  return rows
    .filter((row) => /^\[\d{4}-\d\d-\d\d\]$/.test(row[0] ?? ''))
    .map(([date, update = '', background = '']) => ({ date: date!.slice(1, -1), update, background }));
}
