import { readFile, readdir } from 'node:fs/promises';
import { assertPostgresVersion, runMigrations } from 'bullmq';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema of everything Dateline keeps itself. */
export const SCHEMA = 'dateline';
/** Schema of BullMQ's tables when Postgres is its backend. */
export const QUEUE_SCHEMA = 'bullmq';

const MIGRATIONS = new URL('../migrations/', import.meta.url);
/** TypeORM orders migrations by a JavaScript timestamp in the class name: number n is n ms after 2026-01-01. */
const EPOCH = 1_767_225_600_000;
/** `DATE` in ASCII: one key for every process that may migrate this database. */
const MIGRATION_LOCK = 0x44415445;

export interface DatabaseOptions {
  readonly url: string;
  /** Most connections of this pool. */
  readonly max?: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName?: string;
}

/** A pool for hand-written SQL. Sessions run in UTC: no answer may depend on the server's time zone. */
export function createPool({ url, max = 10, applicationName = 'dateline' }: DatabaseOptions): pg.Pool {
  return new pg.Pool({
    connectionString: url,
    max,
    application_name: applicationName,
    options: '-c TimeZone=UTC',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
}

/**
 * The migrations of migrations/ as TypeORM migration classes, in order: `0001-event-log.sql` becomes
 * `EventLog1767225600001`. Each file is one transaction.
 */
export async function loadMigrations(): Promise<(new () => MigrationInterface)[]> {
  return Promise.all(
    (await migrationFiles()).map(async ({ file, name }) =>
      migrationClass(file, name, await readFile(new URL(file, MIGRATIONS), 'utf8')),
    ),
  );
}

interface MigrationFile {
  readonly file: string;
  /** Of its class, as the table of applied migrations has it. */
  readonly name: string;
}

async function migrationFiles(): Promise<MigrationFile[]> {
  const files = (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.sql')).sort();
  return files.map((file) => ({ file, name: className(file) }));
}

function className(file: string): string {
  const [, number, words] = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file) ?? [];
  if (!number || !words) throw new Error(`migrations/${file}: the name has to look like 0001-event-log.sql`);
  const title = words.replace(/(^|-)([a-z0-9])/g, (_, _dash, letter: string) => letter.toUpperCase());
  return `${title}${EPOCH + Number(number)}`;
}

function migrationClass(file: string, name: string, sql: string): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = name;
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(sql);
    }
    down(): Promise<void> {
      throw new Error(`${file} cannot be taken back: restore a backup`);
    }
  };
}

export interface MigrateOptions {
  readonly url: string;
  /** True when BullMQ keeps its jobs in this database, false when it uses Redis. */
  readonly queueInPostgres: boolean;
}

/**
 * Brings the database up to this version's schema, and refuses one that is newer. Any number of processes may call
 * it at once: one works, the others wait.
 *
 * @returns the names of the migrations applied by this call
 */
export async function migrate({ url, queueInPostgres }: MigrateOptions): Promise<string[]> {
  const lock = new pg.Client({ connectionString: url, application_name: 'dateline migrate' });
  await lock.connect();
  try {
    await assertServer(lock);
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const known = (await migrationFiles()).map(({ name }) => name);
    const applied = new Set(await appliedMigrations(lock));
    assertNotNewer(applied, known);
    const missing = known.some((name) => !applied.has(name));
    const names = missing ? await runMissingMigrations(lock, url) : [];
    if (queueInPostgres) await runMigrations(lock, QUEUE_SCHEMA);
    return names;
  } finally {
    // Ends the session, and with it the lock.
    await lock.end();
  }
}

async function runMissingMigrations(client: pg.Client, url: string): Promise<string[]> {
  // Loaded where there is something to do alone: most starts of most processes find the schema as it should be.
  const { DataSource } = await import('typeorm');
  await client.query(`create schema if not exists ${SCHEMA}`);
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    schema: SCHEMA,
    applicationName: 'dateline migrate',
    synchronize: false,
    migrations: await loadMigrations(),
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    extra: { max: 2, options: '-c TimeZone=UTC' },
  });
  await dataSource.initialize();
  try {
    return (await dataSource.runMigrations()).map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}

async function assertServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string; encoding: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
            current_setting('server_encoding') as encoding`,
  );
  const { number, version, encoding } = rows[0]!;
  if (number < 150_000) throw new Error(`Postgres ${version} is too old: Dateline needs 15 or later`);
  if (encoding !== 'UTF8') throw new Error(`The database's encoding is ${encoding}: Dateline needs UTF8`);
  await assertPostgresVersion(client);
}

/** In the order in which they were applied. */
async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const table = await client.query<{ found: string | null }>(
    `select to_regclass('${SCHEMA}.migrations') as found`,
  );
  if (!table.rows[0]?.found) return [];
  const { rows } = await client.query<{ name: string }>(
    `select name from ${SCHEMA}.migrations order by timestamp`,
  );
  return rows.map(({ name }) => name);
}

function assertNotNewer(applied: Iterable<string>, known: readonly string[]): void {
  const unknown = [...applied].filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(
      `The database was migrated by a newer Dateline (${unknown.join(', ')}). Run that version, or restore a backup.`,
    );
  }
}
