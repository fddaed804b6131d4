import type pg from 'pg';

/** Injection token of the process's pool for hand-written SQL. */
export const PG_POOL = Symbol('PG_POOL');

/** What a query needs: the pool, or a client inside a transaction. */
export type Queryable = Pick<pg.Pool | pg.PoolClient, 'query'>;

// A process that is frozen inside a transaction would keep its locks, the log's perhaps, and hold all others up for
// ever: Postgres ends its session instead, and the transaction with it.
const FROZEN_AFTER = '3s';

/** Runs `work` in one transaction on one client; rolls back and rethrows on any error. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that breaks between two queries says so by an event, and unheard that would end the process.
  const noteBroken = (error: Error): void => {
    broken = error;
  };
  client.on('error', noteBroken);
  try {
    await client.query(`begin; set local idle_in_transaction_session_timeout = '${FROZEN_AFTER}'`);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    // A client whose rollback fails is in an unknown state: it must not go back to the pool.
    await client.query('rollback').catch((rollbackError: unknown) => {
      broken = rollbackError instanceof Error ? rollbackError : new Error(String(rollbackError));
    });
    throw error;
  } finally {
    client.off('error', noteBroken);
    client.release(broken);
  }
}

/** Postgres is given so long to close sessions that were asked to end. */
const END_LIMIT_MS = 5_000;

/** Ends a pool and waits until Postgres has closed its sessions; a pool's own `end` does not wait for that. */
export async function endPool(pool: pg.Pool): Promise<void> {
  let open = pool.totalCount;
  const limit = AbortSignal.timeout(END_LIMIT_MS);
  const closed = new Promise<void>((resolve) => {
    if (open === 0) resolve();
    pool.on('remove', () => --open === 0 && resolve());
    limit.addEventListener('abort', () => resolve());
  });
  await pool.end();
  await closed;
}
