import { open, readFile } from 'node:fs/promises';
import { platform } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './postgres-cluster.js';

export interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly lines: readonly string[];
}

/** What postmaster.pid of a cluster says, or undefined when there is none. It may be of a server long dead. */
export async function readPidFile(cluster: string): Promise<PidFile | undefined> {
  const lines = (await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]), lines } : undefined;
}

/** Whether process `pid` is a Postgres on this cluster, and not another one that got the number of a dead server. */
export async function runsCluster(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (platform() !== 'linux') return true;
  // Empty for a zombie, which a container without an init keeps for ever.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command.includes('postgres') && command.includes(cluster);
}

/**
 * Makes Postgres take a pid file for stale whose number now belongs to some other process: our own number it knows
 * for its parent's. Removing the file would also switch off its check for orphaned backends. A file that is gone stays
 * gone.
 */
export async function disownPidFile(cluster: string, { lines }: PidFile): Promise<void> {
  const file = await open(path.join(cluster, 'postmaster.pid'), 'r+').catch(() => undefined);
  if (!file) return;
  await file.truncate();
  await file.writeFile([String(process.pid), ...lines.slice(1)].join('\n'));
  await file.close();
}

/** Fast shutdown and then, if that takes too long, immediate: the log is replayed at the next start. */
export async function stopServer(pid: number, cluster: string): Promise<void> {
  for (const [signal, limit] of [['SIGINT', 8000] as const, ['SIGQUIT', 3000] as const]) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const end = Date.now() + limit;
    while (Date.now() < end) {
      if (!(await runsCluster(pid, cluster))) return;
      await sleep(20);
    }
  }
}
