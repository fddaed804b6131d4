import type { CaughtArticle, MissedArticle } from '../domain/story-trial.js';
import type { Trial } from '../ingestion/try-story.js';

export interface TableOptions {
  readonly title: string;
  /** Most articles of each table. */
  readonly show: number;
  /** Columns of the terminal. */
  readonly width: number;
}

const NOTHING_THERE =
  'There is nothing to try it on: no article at all, or none within 30 days of the time between `from` and `to`.';
const TOO_LITTLE =
  'Its terms do occur, but say too little by themselves: add names, terms of two words, or more words to the description.';
const isMet = ({ list, articles }: Trial['terms'][number]): boolean => list !== 'noneOf' && articles > 0;
const MAX_TERMS = 20;
const INDENT = ' '.repeat(12);
const MAX_REASONS = 3;

/** What a story would catch, to be read in a terminal. */
export function trialTable(trial: Trial, { title, show, width }: TableOptions): string {
  const { primary, background } = trial.caught;
  const of = trial.next === null ? `${trial.searched}` : `the ${trial.searched} newest of ${trial.total}`;
  const lines = [
    `“${title}” would catch ${primary + background} of ${of} articles: ${primary} as their subject (primary), ${background} in passages (background).`,
    ...(trial.outcome === 'taken'
      ? ['Its slug is that of a story that is defined otherwise: to track it, choose another.']
      : []),
    ...(trial.outcome === 'unchanged' ? ['It is tracked already, just like this.'] : []),
    'Nothing was written.',
    ...(trial.total === 0 ? [NOTHING_THERE] : terms(trial)),
    ...(primary + background === 0 && trial.terms.some(isMet) ? [TOO_LITTLE] : []),
    ...trial.items.slice(0, show).flatMap((item) => ['', ...caught(item, width)]),
    ...more(trial.items.length - show),
  ];
  if (trial.nearMisses.length > 0) {
    lines.push('', 'Just missed:');
    lines.push(...trial.nearMisses.slice(0, show).flatMap((item) => ['', ...missed(item, width)]));
    lines.push(...more(trial.nearMisses.length - show));
  }
  return lines.join('\n');
}

/** "anyOf: “ferry” in 12, “pier” in 0": which terms catch, and which stand nowhere or everywhere. */
const terms = ({ terms: all }: Trial): string[] =>
  (['anyOf', 'allOf', 'noneOf'] as const).flatMap((list) => {
    const of = all.filter((it) => it.list === list);
    const told = of.slice(0, MAX_TERMS).map(({ term, articles }) => `“${term}” in ${articles}`);
    const more = of.length > MAX_TERMS ? ` and ${of.length - MAX_TERMS} more` : '';
    return told.length === 0 ? [] : [`${list}: ${told.join(', ')}${more}`];
  });

const caught = (item: CaughtArticle, width: number): string[] => [
  headline(item, item.role, width),
  ...wrap(
    'why',
    item.reasons
      .slice(0, MAX_REASONS)
      .map(({ text }) => text)
      .join('; '),
    width,
  ),
  ...details(item, width),
];

const missed = (item: MissedArticle, width: number): string[] => [
  headline(item, 'missed', width),
  ...wrap('why', item.why.join('; '), width),
  ...details(item, width),
];

function headline(item: CaughtArticle | MissedArticle, role: string, width: number): string {
  const line = `${item.publishedAt.slice(0, 10)}  ${role.padEnd(10)}  ${item.score.toFixed(2)}  ${item.publisher}: ${item.title}`;
  return line.length > width ? `${line.slice(0, width - 1)}…` : line;
}

const details = (item: CaughtArticle | MissedArticle, width: number): string[] => [
  ...item.passages.flatMap(({ text, terms }) =>
    wrap('text', `“${text.replace(/\s+/g, ' ')}” [${terms.slice(0, 8).join(', ')}]`, width),
  ),
  ...(item.stories.length > 0 ? wrap('in', item.stories.join(', '), width) : []),
];

const more = (count: number): string[] =>
  count > 0 ? ['', `… and ${count} more: --show, or --json for all of them.`] : [];

/** A labelled paragraph, broken at spaces. */
function wrap(label: string, text: string, width: number): string[] {
  const room = Math.max(30, width - INDENT.length - 6);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  lines.push(line);
  return lines.map((each, i) => `${INDENT}${(i === 0 ? label : '').padEnd(6)}${each}`);
}
