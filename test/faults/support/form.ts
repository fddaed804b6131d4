import { randomInt } from 'node:crypto';
import path from 'node:path';

/** `npm run test:faults` runs the long form; the test command the short one, which takes seconds. */
export const isLong = process.env.DATELINE_FAULTS === 'long';

export const form = <T>(short: T, long: T): T => (isLong ? long : short);

/** A test's own limit: the long form may take its time. */
export const limitMs = (short: number): number => form(short, 3_600_000);

/** Of this run; `DATELINE_SEED_NUMBER` repeats one that was printed. */
export const seed: number = process.env.DATELINE_SEED_NUMBER
  ? Number(process.env.DATELINE_SEED_NUMBER)
  : randomInt(1, 1_000_000_000);

// At once: a test that fails or hangs may never come to its line.
const testFile = path.basename(expect.getState().testPath ?? '');
process.stdout.write(`faults: ${testFile}: DATELINE_SEED_NUMBER=${seed} repeats this run\n`);

/** Numbers that a seed gives again (mulberry32). */
export class Random {
  private state: number;

  constructor(from: number) {
    this.state = from >>> 0;
  }

  /** 0 ≤ x < 1 */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.int(0, items.length - 1)]!;
  }

  shuffled<T>(items: readonly T[]): T[] {
    const all = [...items];
    for (let i = all.length - 1; i > 0; i--) {
      const j = this.int(0, i);
      [all[i], all[j]] = [all[j]!, all[i]!];
    }
    return all;
  }
}

/** What every fault test counts; the columns of reliability.md. */
export interface Figures {
  /** Writes that were acknowledged. */
  acked?: number;
  /** Facts found in the log. */
  inLog?: number;
  /** Facts that have taken effect where they are read. */
  applied?: number;
  /** Lost, skipped, or with another effect than they should have. */
  wrong?: number;
  duplicated?: number;
  parked?: number;
  /** Longest from acknowledged to applied. */
  maxLagMs?: number;
  /** Longest without any progress. */
  maxStallMs?: number;
}

const COLUMNS = [
  'acked',
  'inLog',
  'applied',
  'wrong',
  'duplicated',
  'parked',
  'maxLagMs',
  'maxStallMs',
] as const;

/** Prints a test's one line. Past the console of Jest, which would add where it was called. */
export function report(promise: string, figures: Figures): void {
  const line = COLUMNS.map((column) => `${column} ${Math.round(figures[column] ?? 0)}`).join(', ');
  process.stdout.write(`faults: ${promise} [seed ${seed}]: ${line}\n`);
}

/** Keeps the longest gap between steps of progress. */
export class Stalls {
  maxMs = 0;
  private last = performance.now();

  progress(): void {
    const now = performance.now();
    this.maxMs = Math.max(this.maxMs, now - this.last);
    this.last = now;
  }
}
