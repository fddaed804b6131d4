import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { endPool } from './pg.js';

describe('ending a pool', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database?.drop());

  it('leaves no session behind', async () => {
    for (let round = 0; round < 20; round++) {
      const pool = new pg.Pool({ connectionString: database.url, application_name: 'to be ended' });
      await Promise.all(Array.from({ length: 5 }, () => pool.query('select pg_sleep(0.005)')));
      await endPool(pool);
      const { rows } = await database.pool.query(
        `select count(*)::int as sessions from pg_stat_activity where application_name = 'to be ended'`,
      );
      expect(rows).toEqual([{ sessions: 0 }]);
    }
  });

  it('is done at once where none was opened', async () => {
    await endPool(new pg.Pool({ connectionString: database.url }));
  });
});
