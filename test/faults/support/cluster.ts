import { readFile, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProgram, type Program } from '../../support/program.js';
import type { Random } from './form.js';

export type Role = 'serve' | 'work';

/** Of every process of these tests. */
export const ADMIN_KEY = `dl_faults_${'k'.repeat(43)}`;

interface Member {
  readonly role: Role;
  readonly program: Program;
  /** Set once it is ready. */
  url?: string;
  readyAt?: number;
}

/** A process that has just started is left to work for so long before it is killed: at rest there is nothing to lose. */
const WORKS_MS = 500;

/** API and worker processes of the built program over one database. */
export class Cluster {
  private readonly members: Member[] = [];
  private stopped = false;
  /** Processes that ended by themselves, with what they said. */
  readonly accidents: string[] = [];

  constructor(private readonly environment: Readonly<Record<string, string>>) {}

  /** Starts processes; resolves when they take work. */
  async start(...roles: Role[]): Promise<void> {
    await Promise.all(roles.map((role) => this.launch(role)));
  }

  /** Where an API answers at this moment, or undefined. */
  anyUrl(random: Random): string | undefined {
    const urls = this.members.flatMap(({ url, role }) => (role === 'serve' && url ? [url] : []));
    return urls.length > 0 ? random.pick(urls) : undefined;
  }

  /**
   * SIGKILLs a process that is at work, of one role or of any, and starts another in its place, which takes a moment.
   *
   * @returns false when there was none
   */
  killOne(random: Random, role?: Role): boolean {
    const since = performance.now() - WORKS_MS;
    const working = this.members.filter(
      (member) => (member.readyAt ?? Infinity) < since && (!role || member.role === role),
    );
    if (working.length === 0) return false;
    const victim = random.pick(working);
    this.members.splice(this.members.indexOf(victim), 1);
    victim.program.child.kill('SIGKILL');
    void this.launch(victim.role);
    return true;
  }

  /** Waits until all of `count` processes take work. */
  async whole(count: number): Promise<void> {
    const deadline = Date.now() + 30_000;
    while (this.members.filter(({ url }) => url !== undefined).length < count) {
      if (Date.now() > deadline)
        throw new Error(`not all processes came back within 30 s:\n${this.accidents.join('\n')}`);
      await sleep(20);
    }
  }

  /** What the processes have logged of late, for the message of a failed test. */
  said(): string {
    return this.members.map(({ role, program }) => `${role}: ${program.stderr().slice(-3_000)}`).join('\n');
  }

  /** SIGTERMs all; how each ended, and after how long. */
  async stop(): Promise<{ role: Role; ended: number | NodeJS.Signals; ms: number; stderr: string }[]> {
    this.stopped = true;
    const since = performance.now();
    return Promise.all(
      this.members.splice(0).map(async ({ role, program }) => {
        program.child.kill('SIGTERM');
        const timer = setTimeout(() => program.child.kill('SIGKILL'), 30_000);
        const ended = await program.ended();
        clearTimeout(timer);
        return { role, ended, ms: performance.now() - since, stderr: program.stderr() };
      }),
    );
  }

  private async launch(role: Role): Promise<void> {
    const program = startProgram([role], {
      HOST: '127.0.0.1',
      PORT: '0',
      DATELINE_ADMIN_KEY: ADMIN_KEY,
      DATELINE_SEED: 'none',
      DATELINE_ANALYSIS_THREADS: '1',
      LOG_LEVEL: 'warn',
      ...this.environment,
    });
    const member: Member = { role, program };
    this.members.push(member);
    void program.ended().then((ended) => this.noteEnd(member, ended));
    try {
      member.url = (await program.ready()) || 'ready';
      member.readyAt = performance.now();
    } catch {
      // Told by noteEnd, if nobody killed it.
    }
  }

  /** A process that is in the cluster still was not killed by us: a supervisor would start it again, and so do we. */
  private noteEnd(member: Member, ended: number | NodeJS.Signals): void {
    if (this.stopped || !this.members.includes(member)) return;
    this.members.splice(this.members.indexOf(member), 1);
    this.accidents.push(`${member.role} ended (${ended}):\n${member.program.stderr().slice(-2_000)}`);
    setTimeout(() => void (this.stopped || this.launch(member.role)), 500);
  }
}

/** The embedded server of a data directory: its postmaster and how to connect. */
export async function embeddedServer(dataDir: string): Promise<{ pid: number; url: string }> {
  const file = await readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
  const [pid, , , port] = file.split('\n');
  const password = (await readFile(path.join(dataDir, 'postgres-password'), 'utf8')).trim();
  return { pid: Number(pid), url: `postgres://dateline:${password}@127.0.0.1:${port}/dateline` };
}

/** Removes a data directory, and its cluster, which root's may have elsewhere. */
export async function removeData(dataDir: string): Promise<void> {
  const cluster = await realpath(path.join(dataDir, 'postgres')).catch(() => undefined);
  if (cluster && path.dirname(cluster) !== dataDir)
    await rm(path.dirname(cluster), { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
}
