import type { Contribution } from './contribution.js';
import { countDistinct } from './fingerprint.js';
import { fold } from './words.js';

/**
 * Whose reporting a story rests on. `own` counts reports that are not mere relays; `relays` those that are, by the
 * outlet relayed; `prints` is a sample of the own reports' texts that holds all of them up to its cap, and above it
 * those with the smallest min-hashes, a choice that copies of one text make alike (bottom-k sampling).
 */
export interface Origins {
  readonly own: number;
  /** Print and article. */
  readonly prints: readonly string[];
  readonly relays: readonly (readonly [outlet: string, articles: number])[];
}

/** Outlets relayed, by articles; more than any story needs. */
const MAX_RELAYED = 60;

export const emptyOrigins = (): Origins => ({ own: 0, prints: [], relays: [] });

export function originOf(c: Contribution): Origins {
  const outlet = c.relays[0];
  if (outlet) return { own: 0, prints: [], relays: [[outlet, 1]] };
  // Eight digits of the article's id keep two articles with one print apart.
  return { own: 1, prints: c.print ? [`${c.print}${c.article.id.slice(0, 8)}`] : [], relays: [] };
}

/** `prints` is not cut here. */
export function mergeOrigins(parts: readonly Origins[]): Origins {
  const relays = new Map<string, number>();
  for (const part of parts)
    for (const [outlet, n] of part.relays) relays.set(outlet, (relays.get(outlet) ?? 0) + n);
  return {
    own: parts.reduce((sum, it) => sum + it.own, 0),
    prints: parts.flatMap((it) => it.prints),
    relays: [...relays].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MAX_RELAYED),
  };
}

/**
 * Distinct origins: own reports without near-copies, and the outlets that are relayed but have no report here.
 * Exact while every print is in the sample, scaled up from it beyond.
 *
 * @param publishers of the story's articles
 */
export function independentOrigins(origins: Origins, publishers: readonly string[]): number {
  const distinct = countDistinct(origins.prints);
  const sampled = origins.prints.length;
  const own =
    sampled === 0 ? origins.own : Math.round((origins.own - sampled) * (distinct / sampled)) + distinct;
  const elsewhere: string[] = [];
  for (const [outlet] of origins.relays) {
    if ([...publishers, ...elsewhere].some((name) => sameOutlet(name, outlet))) continue;
    elsewhere.push(outlet);
  }
  return own + elsewhere.length;
}

/** "The Wall Street Journal", "Wall Street Journal" and "WSJ" are one; what stands in brackets is no part of a name. */
export function sameOutlet(a: string, b: string): boolean {
  const x = outletWords(a);
  const y = outletWords(b);
  if (x.length === 0 || y.length === 0) return false;
  const short = x.length <= y.length ? x : y;
  const long = x.length <= y.length ? y : x;
  if (short.join(' ') === long.join(' ')) return true;
  if (short.every((word, i) => word === long[i])) return true;
  return short.length === 1 && long.length >= 2 && short[0] === long.map((word) => word[0]).join('');
}

function outletWords(name: string): string[] {
  return fold(name)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\.(?:com|org|net|co\.\w+)\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '' && word !== 'the' && word !== 'news');
}
