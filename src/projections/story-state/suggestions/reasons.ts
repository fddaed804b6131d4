import type { Reason } from '../../../domain/story.js';
import { fold } from '../content/words.js';
import type { Merge } from './merges.js';
import type { Split } from './splits.js';

const weight = (value: number): number => Math.round(value * 100) / 100;
const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Without those that another has in it: "Quill" beside "Ada Quill". */
const whole = (names: readonly string[]): string[] =>
  names.filter(
    (name) =>
      !names.some((other) => other.length > name.length && ` ${fold(other)} `.includes(` ${fold(name)} `)),
  );

/** Why two stories may be one, for an editor to read; the weightiest first. */
export function mergeReasons({ likeness, names, words, articles, days }: Merge): Reason[] {
  const reasons: Reason[] = [
    {
      kind: 'terms',
      text: `headlines and names are alike by ${weight(likeness)} of 1`,
      weight: weight(likeness),
    },
  ];
  const told = whole(names);
  if (told.length > 0)
    reasons.push({
      kind: 'names',
      text: `both name ${told.slice(0, 6).join(', ')}${told.length > 6 ? ` and ${told.length - 6} more` : ''}`,
      weight: weight(names.length / (names.length + words.length)),
    });
  if (words.length > 0)
    reasons.push({
      kind: 'words',
      text: `${counted(words.length, 'word')} of the headlines in common`,
      weight: weight(words.length / (names.length + words.length)),
    });
  if (articles.length > 0)
    reasons.push({ kind: 'articles', text: `${counted(articles.length, 'article')} in both`, weight: 0.3 });
  const time = days === 0 ? 'in the news at the same time' : `${counted(Math.ceil(days), 'day')} apart`;
  reasons.push({ kind: 'time', text: time, weight: weight(Math.max(0, 1 - days / 30)) });
  return reasons.sort((a, b) => b.weight - a.weight);
}

/** Why a story may be two. */
export function splitReasons({ between, within, parts }: Split): Reason[] {
  const [older, newer] = parts;
  const gap = Math.floor((newer.first - older.last) / 86_400_000);
  return [
    {
      kind: 'terms',
      text: `its articles fall into ${older.articles.length} and ${newer.articles.length} that are alike by ${weight(between)} of 1, each with its own by ${weight(within)}`,
      weight: weight(1 - between),
    },
    { kind: 'words', text: `only one part has ${older.terms.join(', ')}`, weight: weight(within) },
    { kind: 'words', text: `only the other has ${newer.terms.join(', ')}`, weight: weight(within) },
    gap > 0
      ? {
          kind: 'time',
          text: `${counted(gap, 'day')} between ${day(older.last)} and ${day(newer.first)}`,
          weight: weight(gap / (gap + 30)),
        }
      : { kind: 'time', text: 'in the news at the same time', weight: 0 },
  ];
}
