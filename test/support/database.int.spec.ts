import { createTestDatabase } from './database.js';

test('a test file gets a migrated database of its own', async () => {
  const [a, b] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  try {
    expect(a.url).not.toBe(b.url);
    const { rows } = await a.pool.query<{ names: string[] }>(
      'select array_agg(name::text order by timestamp) as names from dateline.migrations',
    );
    expect(rows[0]?.names).toContain('EventLog1767225600001');
    await expect(b.pool.query('select count(*) from bullmq.job')).resolves.toBeDefined();
  } finally {
    await Promise.all([a.drop(), b.drop()]);
  }
});
