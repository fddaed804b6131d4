/** One of the things compared. */
export interface Side {
  readonly name: string;
  /** Runs once and answers a rate: whatever is counted, per second. */
  run(round: number): Promise<number>;
}

export interface Measured {
  readonly name: string;
  /** Per second; the median of the rounds. */
  readonly rate: number;
  /** To the first side, of the same round; median, least and most. 1 for the first side itself. */
  readonly ratio: number;
  readonly least: number;
  readonly most: number;
}

/**
 * Runs the sides in turn, round after round, and compares each with the first one of the same round: what slows the
 * machine down for a while slows both. The first round warms up and does not count.
 */
export async function compare(rounds: number, sides: readonly Side[]): Promise<Measured[]> {
  const rates = sides.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    // Every other round backwards, so that no side always comes after the same one.
    const order = sides.map((side, i) => ({ side, i }));
    if (round % 2 === 1) order.reverse();
    for (const { side, i } of order) {
      const rate = await side.run(round);
      if (round > 0) rates[i]!.push(rate);
    }
  }
  return sides.map(({ name }, i) => {
    const ratios = rates[i]!.map((rate, round) => rate / rates[0]![round]!);
    return {
      name,
      rate: median(rates[i]!),
      ratio: median(ratios),
      least: Math.min(...ratios),
      most: Math.max(...ratios),
    };
  });
}

/** Seconds that `work` takes. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Nearest rank. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}
