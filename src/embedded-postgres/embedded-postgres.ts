import { spawn } from 'node:child_process';
import { open, readFile, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DATABASE_USER, isAlive, openCluster, type Cluster } from './postgres-cluster.js';
import { disownPidFile, readPidFile, runsCluster, stopServer } from './postgres-pid-file.js';

export interface EmbeddedPostgres {
  readonly url: string;
  /** True when another process of this data directory had started the server. */
  readonly joined: boolean;
  /** Leaves the server; the last to leave stops it. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: (message: string) => void;
  /** Server settings beside or instead of ours. */
  readonly settings?: Readonly<Record<string, string>>;
}

const DATABASE = 'dateline';
/** Held in shared mode by every process that uses the server: who can have it alone is the last. `LAST` in ASCII. */
const PRESENCE_LOCK = 0x4c415354;
const START_LIMIT_MS = 20_000;
/** Crash recovery of a large log may take this long. */
const RECOVERY_LIMIT_MS = 300_000;
/** Longer than it takes a parent to notice that a server has ended. */
const DISOWN_AFTER_MS = 500;

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  synchronous_commit: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  // Containers have 64 MB of /dev/shm, and parallel plans take theirs from there.
  max_parallel_workers_per_gather: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  password_encryption: 'scram-sha-256',
};

/**
 * Starts the Postgres of a data directory, or joins the one that runs there already: that of another Dateline
 * process, or one left over by a process that was killed. It outlives Ctrl-C (its own process group), and is started
 * again on the same port should it die.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const server = new EmbeddedServer(await openCluster(options.dataDir, options.log), options);
  await server.join();
  return server;
}

class EmbeddedServer implements EmbeddedPostgres {
  joined = false;
  private port = 0;
  private presence: pg.Client | undefined;
  private stopping = false;

  constructor(
    private readonly cluster: Cluster,
    private readonly options: EmbeddedOptions,
  ) {}

  get url(): string {
    return `postgres://${DATABASE_USER}:${this.cluster.password}@127.0.0.1:${this.port}/${DATABASE}`;
  }

  /** Finds or starts the server and registers with it. */
  async join(): Promise<void> {
    const deadline = Date.now() + RECOVERY_LIMIT_MS;
    for (;;) {
      const running = await this.findRunning(deadline);
      this.joined = running !== undefined;
      this.port = running ?? (await this.startNew(deadline));
      try {
        await this.createDatabase();
        await this.register();
        return;
      } catch (error) {
        // It was being stopped by its last user as we came in.
        if (Date.now() > deadline || !isPassing(error)) throw error;
        await sleep(100);
      }
    }
  }

  async stop(): Promise<void> {
    if (this.stopping) return;
    this.stopping = true;
    const pid = (await readPidFile(this.cluster.directory))?.pid;
    let last = false;
    try {
      const answer = await this.presence?.query<{ last: boolean }>(
        'select pg_try_advisory_lock($1) as last',
        [PRESENCE_LOCK],
      );
      last = answer?.rows[0]?.last ?? false;
    } catch {
      // No connection, no lock: whoever starts next finds the server and joins it.
    }
    if (last && pid !== undefined) await stopServer(pid, this.cluster.directory);
    await this.presence?.end().catch(() => undefined);
  }

  /** @returns the port of the server that runs on this cluster, or undefined when none does */
  private async findRunning(deadline: number): Promise<number | undefined> {
    for (let told = false; ; await sleep(50)) {
      const file = await readPidFile(this.cluster.directory);
      if (!file) return undefined;
      if (!(await runsCluster(file.pid, this.cluster.directory))) {
        // A number that nobody has is no hindrance; one that was given anew would be. A server that is just ending, or
        // whose parent has not yet taken note of it, passes by itself: writing then would hit who starts the next one.
        if (!isAlive(file.pid)) return undefined;
        await sleep(DISOWN_AFTER_MS * (1 + Math.random()));
        const still = await readPidFile(this.cluster.directory);
        if (still?.lines.join() !== file.lines.join()) continue;
        if (isAlive(file.pid)) await disownPidFile(this.cluster.directory, file);
        return undefined;
      }
      try {
        await this.ask(file.port, 'postgres', 'select 1');
        return file.port;
      } catch (error) {
        if ((error as { code?: string }).code === '28P01') {
          throw new Error(
            `The password in ${this.options.dataDir}/postgres-password is not that of the database`,
          );
        }
        if (Date.now() > deadline) {
          throw new Error(
            `Postgres (process ${file.pid}) has ${this.cluster.directory} and does not answer: stop it`,
            {
              cause: error,
            },
          );
        }
        if (!told) this.options.log(`Waiting for the database that process ${file.pid} runs`);
        told = true;
      }
    }
  }

  /** @returns the port of the server started, or of another process's that was faster */
  private async startNew(deadline: number): Promise<number> {
    const giveUp = Date.now() + START_LIMIT_MS;
    for (;;) {
      const port = this.port || (await freePort());
      const outcome = await this.spawnServer(port, deadline);
      if (outcome === 'ready') return port;
      // Another process was faster, or backends of a killed server are still going: both pass.
      const passes = /lock file|shared memory block|could not bind|Address already in use/i.test(outcome);
      if (!passes || Date.now() > giveUp) {
        throw new Error(`The embedded Postgres did not start; ${this.cluster.logFile} says:\n${outcome}`);
      }
      const faster = await this.findRunning(deadline);
      if (faster) return faster;
      await sleep(200);
    }
  }

  /** @returns 'ready', or what the server logged before it gave up */
  private async spawnServer(port: number, deadline: number): Promise<string> {
    const { cluster } = this;
    const settings = { ...SETTINGS, ...this.options.settings };
    const big = await stat(cluster.logFile).then(
      ({ size }) => size > 10_000_000,
      () => false,
    );
    const logFile = await open(cluster.logFile, big ? 'w' : 'a', 0o600);
    const { size: from } = await logFile.stat();
    const child = spawn(
      cluster.binaries.postgres,
      [
        '-D',
        cluster.directory,
        '-p',
        String(port),
        ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
      ],
      // A group of its own: Ctrl-C in the terminal must reach us first. A file, not a pipe: it outlives us.
      { ...cluster.user, cwd: '/', detached: true, stdio: ['ignore', logFile.fd, logFile.fd] },
    );
    let ended: string | undefined;
    child.once('error', (error) => (ended = error.message));
    child.once('exit', (code, signal) => (ended ??= `exit ${code ?? signal}`));
    child.unref();
    await logFile.close();
    while (ended === undefined && Date.now() < deadline) {
      try {
        await this.ask(port, 'postgres', 'select 1');
        return 'ready';
      } catch {
        await sleep(25);
      }
    }
    const logged = await readFile(cluster.logFile, 'utf8').catch(() => '');
    return `${logged.slice(from).trim().split('\n').slice(-12).join('\n')}\n${ended ?? 'no answer in time'}`;
  }

  private async createDatabase(): Promise<void> {
    const { rows } = await this.ask(
      this.port,
      'postgres',
      `select 1 from pg_database where datname = '${DATABASE}'`,
    );
    if (rows.length > 0) return;
    await this.ask(this.port, 'postgres', `create database ${DATABASE}`).catch((error: unknown) => {
      // Made by another process meanwhile, or at this very moment.
      if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
    });
  }

  /** Registers as a user of the server, and again whenever the connection breaks: then the server itself may be gone. */
  private async register(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'dateline presence',
      keepAlive: true,
    });
    client.on('error', () => undefined);
    await client.connect();
    client.once('end', () => void this.comeBack(client));
    await client.query('select pg_advisory_lock_shared($1)', [PRESENCE_LOCK]);
    this.presence = client;
  }

  private async comeBack(lost: pg.Client): Promise<void> {
    while (!this.stopping && this.presence === lost) {
      this.options.log('Lost the embedded Postgres: starting it again');
      try {
        await this.join();
        return;
      } catch (error) {
        this.options.log(`The embedded Postgres does not come back: ${(error as Error).message}`);
        await sleep(1000);
      }
    }
  }

  private async ask(port: number, database: string, sql: string): Promise<pg.QueryResult> {
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      database,
      user: DATABASE_USER,
      password: this.cluster.password,
      connectionTimeoutMillis: 5000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.query(sql);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** Errors of a server that starts, stops or was not there yet. */
function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return /^57P0|^08|ECONN|EPIPE/.test(code ?? '') || /terminated|timeout/i.test(message ?? '');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
