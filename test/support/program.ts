import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { readPidFile, stopServer } from '../../src/embedded-postgres/postgres-pid-file.js';

/** A process of the built program; the global set-up has built it. */
export interface Program {
  readonly child: ChildProcess;
  /** What it has written so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Where its API listens, once it says that it is ready. */
  ready(): Promise<string>;
  /** Exit code, or the signal that ended it. */
  ended(): Promise<number | NodeJS.Signals>;
}

const running = new Set<ChildProcess>();

/** Kills what a failed test has left behind; for `afterEach`. */
export async function killPrograms(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      child.kill('SIGKILL');
      await once(child, 'close');
    }),
  );
}

/** Removes a data directory and the server that a failed test has left running in it. */
export async function removeDataDir(dataDir: string): Promise<void> {
  const cluster = path.join(dataDir, 'postgres');
  const left = await readPidFile(cluster);
  if (left) await stopServer(left.pid, cluster);
  await rm(dataDir, { recursive: true, force: true });
}

/** Starts `dateline <args>` with nothing in its environment but the path and what is given. */
export function startProgram(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Program {
  const child = spawn(process.execPath, ['dist/main.js', ...args], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  running.add(child);
  child.once('close', () => running.delete(child));
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    async ready() {
      let over = false;
      void closed.then(() => (over = true));
      while (!/^Dateline .* is ready/m.test(stdout)) {
        if (over) throw new Error(`ended before it was ready:\n${stderr}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return /http:\/\/[^/\s]+/.exec(stdout)?.[0] ?? '';
    },
    async ended() {
      const [code, signal] = await closed;
      return code ?? signal!;
    },
  };
}
