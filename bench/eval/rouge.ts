import { stem, words } from '../../src/projections/story-state/content/words.js';

export interface DatedText {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly text: string;
}

/**
 * Alignment-based ROUGE-1 F for timelines (Martschat and Markert, EACL 2017, "align+ m:1"): each day of one side is
 * aligned with the day of the other that is most alike, near days before far ones, and the overlap counts the less the
 * more days lie between. Words are compared by their stems.
 */
export function alignedRouge(system: readonly DatedText[], reference: readonly DatedText[]): number {
  const a = system.map(counted);
  const b = reference.map(counted);
  const precision = alignedShare(a, b);
  const recall = alignedShare(b, a);
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

interface Counted {
  readonly day: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

function counted({ date, text }: DatedText): Counted {
  const counts = new Map<string, number>();
  const stems = words(text).map(stem);
  for (const it of stems) counts.set(it, (counts.get(it) ?? 0) + 1);
  return { day: Date.parse(date) / 86_400_000, counts, total: stems.length };
}

function alignedShare(from: readonly Counted[], to: readonly Counted[]): number {
  let matched = 0;
  let total = 0;
  for (const side of from) {
    total += side.total;
    let best = 0;
    let bestMatch = 0;
    for (const other of to) {
      const overlap = shared(side.counts, other.counts);
      const nearness = 1 / (Math.abs(side.day - other.day) + 1);
      const alike = (2 * overlap) / Math.max(1, side.total + other.total);
      if (alike * nearness > best) [best, bestMatch] = [alike * nearness, overlap * nearness];
    }
    matched += bestMatch;
  }
  return total === 0 ? 0 : matched / total;
}

function shared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, count] of a) sum += Math.min(count, b.get(word) ?? 0);
  return sum;
}
