import { readFile, readdir } from 'node:fs/promises';
import { assertPostgresVersion, runMigrations } from 'bullmq';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { QUEUE_SCHEMA, SCHEMA } from './database.js';

const APPLICATION = 'dateline migrate';
const MIGRATIONS = new URL('../migrations/', import.meta.url);
/** TypeORM orders migrations by a JavaScript timestamp in the class name: number n is n ms after 2026-01-01. */
const EPOCH = 1_767_225_600_000;
/** `DATE` in ASCII: one key for every process that may migrate this database. */
const MIGRATION_LOCK = 0x44415445;

type Migration = new () => MigrationInterface;

/**
 * The migrations of migrations/ as TypeORM migration classes, in order: `0001-event-log.sql` becomes
 * `EventLog1767225600001`. Each file is one transaction.
 */
export async function loadMigrations(): Promise<Migration[]> {
  const files = (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file) => migrationClass(file, await readFile(new URL(file, MIGRATIONS), 'utf8'))),
  );
}

function migrationClass(file: string, sql: string): Migration {
  const [, number, words] = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file) ?? [];
  if (!number || !words) throw new Error(`migrations/${file}: the name has to look like 0001-event-log.sql`);
  const title = words.replace(/(^|-)([a-z0-9])/g, (_, _dash, letter: string) => letter.toUpperCase());
  const name = `${title}${EPOCH + Number(number)}`;
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

/** Applies what is pending. TypeORM is only loaded when there is something to do, which is seldom at a start. */
async function applyAll(url: string, migrations: readonly Migration[]): Promise<string[]> {
  const { DataSource } = await import('typeorm');
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    schema: SCHEMA,
    applicationName: APPLICATION,
    synchronize: false,
    migrations: [...migrations],
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
  const lock = new pg.Client({ connectionString: url, application_name: APPLICATION });
  await lock.connect();
  try {
    await assertServer(lock);
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await lock.query(`create schema if not exists ${SCHEMA}`);
    const migrations = await loadMigrations();
    const pending = await isPending(lock, new Set(migrations.map((migration) => new migration().name)));
    const applied = pending ? await applyAll(url, migrations) : [];
    if (queueInPostgres) await runMigrations(lock, QUEUE_SCHEMA);
    return applied;
  } finally {
    // Ends the session, and with it the lock.
    await lock.end();
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

/**
 * Whether any of these migrations has not been applied.
 *
 * @throws when one was applied that is not among them
 */
async function isPending(client: pg.Client, known: ReadonlySet<string | undefined>): Promise<boolean> {
  const exists = await client.query<{ found: string | null }>(
    `select to_regclass('${SCHEMA}.migrations') as found`,
  );
  if (!exists.rows[0]?.found) return true;
  const { rows } = await client.query<{ name: string }>(
    `select name from ${SCHEMA}.migrations order by timestamp`,
  );
  const unknown = rows.map((row) => row.name).filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new Error(
      `The database was migrated by a newer Dateline (${unknown.join(', ')}). Run that version, or restore a backup.`,
    );
  }
  return rows.length < known.size;
}
