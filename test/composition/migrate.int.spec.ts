import pg from 'pg';
import { loadMigrations, migrate } from '../../src/migrate.js';
import { randomId } from '../../src/shared/ids.js';
import { createTestDatabase } from '../support/database.js';

const server = process.env.TEST_SERVER_URL!;

test('processes that start at once on an empty database migrate it once', async () => {
  const name = `dateline_empty_${randomId().replaceAll('-', '')}`;
  await ask(server, `create database ${name} template template0 encoding 'UTF8'`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  try {
    const applied = await Promise.all(
      Array.from({ length: 4 }, () => migrate({ url, queueInPostgres: true })),
    );
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    expect(applied.flat()).toHaveLength((await loadMigrations()).length);
    expect(await migrate({ url, queueInPostgres: true })).toEqual([]);
  } finally {
    await ask(server, `drop database ${name} with (force)`);
  }
});

test('a database of a newer Dateline is refused', async () => {
  const database = await createTestDatabase();
  try {
    await database.pool.query(
      `insert into dateline.migrations (timestamp, name) values (1767225609999, 'Future1767225609999')`,
    );
    await expect(migrate({ url: database.url, queueInPostgres: true })).rejects.toThrow(
      /migrated by a newer Dateline \(Future1767225609999\)/,
    );
  } finally {
    await database.drop();
  }
});

test('a database with another encoding is refused', async () => {
  const name = `dateline_latin_${randomId().replaceAll('-', '')}`;
  await ask(
    server,
    `create database ${name} template template0 encoding 'SQL_ASCII' locale_provider libc locale 'C'`,
  );
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  try {
    await expect(migrate({ url, queueInPostgres: false })).rejects.toThrow(
      /encoding is SQL_ASCII: Dateline needs UTF8/,
    );
  } finally {
    await ask(server, `drop database ${name} with (force)`);
  }
});

async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
