import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg } from 'node:os';
import type pg from 'pg';
import type { Measured } from './measure.js';

/** Says what is measured, where, and of which commit. */
export async function printHead(title: string, pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ version: string; fsync: string; commit: string }>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
            current_setting('synchronous_commit') as commit`,
  );
  const { version, fsync, commit } = rows[0]!;
  console.log(`\n${title}`);
  console.log(
    `commit ${gitCommit()}; ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ` +
      `load ${loadavg()[0]!.toFixed(1)}; Node ${process.versions.node}; ` +
      `Postgres ${version}, fsync ${fsync}, synchronous_commit ${commit}\n`,
  );
}

function gitCommit(): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const dirty = git('status', '--porcelain', '--untracked-files=no', 'src', 'migrations', 'bench') !== '';
    return git('rev-parse', '--short', 'HEAD').trim() + (dirty ? ' with changes' : '');
  } catch {
    return 'unknown';
  }
}

/** A table of what was compared; `aims` by name. */
export function printRatios(
  unit: string,
  measured: readonly Measured[],
  aims: Readonly<Record<string, number>> = {},
): void {
  printTable(
    ['', unit, 'ratio', 'least-most', 'aim'],
    measured.map(({ name, rate, ratio, least, most }, i) => [
      name,
      count(rate),
      ratio.toFixed(2),
      i === 0 ? '' : `${least.toFixed(2)}-${most.toFixed(2)}`,
      aims[name] === undefined ? '' : `> ${aims[name]} ${ratio > aims[name] ? 'reached' : 'NOT REACHED'}`,
    ]),
  );
}

/** First column to the left, numbers to the right. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]!.length)));
  for (const row of [head, ...rows]) {
    console.log(
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
        .join('  ')
        .trimEnd(),
    );
  }
}

export function count(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: value < 100 ? 1 : 0 });
}
