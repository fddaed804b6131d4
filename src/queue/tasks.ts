import type pg from 'pg';
import { randomId } from '../shared/ids.js';
import type { Queryable } from '../shared/pg.js';

// Short, so that the work of a killed process is taken up within two seconds; renewed while the work goes on.
const LEASE = '1500 milliseconds';
const RENEW_MS = 400;

export interface ClaimedTask {
  readonly position: bigint;
  /** How often it was tried and could not be done; being left by a worker that died is none. */
  readonly failures: number;
}

/** Tasks leased to this process together; `release` when done or given up. */
export interface Claim {
  readonly token: string;
  readonly tasks: readonly ClaimedTask[];
  release(): void;
}

/** Adds tasks; one that is there already stays as it is. */
export async function addTasks(
  client: Queryable,
  queue: string,
  positions: readonly bigint[],
): Promise<void> {
  await client.query({
    name: 'dateline-add-tasks',
    text: `insert into dateline.tasks (queue, position) select $1, unnest($2::bigint[]) on conflict do nothing`,
    values: [queue, positions.map(String)],
  });
}

/** Leases up to `limit` tasks, oldest first, that nobody is at; null when there are none. */
export async function claimTasks(pool: pg.Pool, queue: string, limit: number): Promise<Claim | null> {
  const token = randomId();
  const { rows } = await pool.query<{ position: string; failures: number }>({
    name: 'dateline-claim-tasks',
    text: `update dateline.tasks t
           set lease_token = $2, lease_until = clock_timestamp() + interval '${LEASE}'
           where t.queue = $1 and t.position in (
             select position from dateline.tasks
             where queue = $1 and (lease_until is null or lease_until < clock_timestamp())
             order by position limit $3 for update skip locked)
           returning t.position, t.failures`,
    values: [queue, token, limit],
  });
  if (rows.length === 0) return null;
  const tasks = rows
    .map((row) => ({ position: BigInt(row.position), failures: row.failures }))
    .sort((a, b) => (a.position < b.position ? -1 : 1));
  const renewal = setInterval(() => {
    // A renewal that fails is made up for by the next one; when all fail somebody else takes over, which is harmless.
    pool
      .query(
        `update dateline.tasks set lease_until = clock_timestamp() + interval '${LEASE}' where queue = $1 and lease_token = $2`,
        [queue, token],
      )
      .catch(() => undefined);
  }, RENEW_MS);
  renewal.unref();
  return { token, tasks, release: () => clearInterval(renewal) };
}

/** Removes done tasks, in the transaction of their results. */
export async function completeTasks(
  client: Queryable,
  queue: string,
  positions: readonly bigint[],
): Promise<void> {
  await client.query({
    name: 'dateline-complete-tasks',
    text: 'delete from dateline.tasks where queue = $1 and position = any($2::bigint[])',
    values: [queue, positions.map(String)],
  });
}

/** Counts a failure against tasks and leaves them to whoever comes when a lease has passed. */
export async function failTasks(
  client: Queryable,
  queue: string,
  positions: readonly bigint[],
): Promise<void> {
  await client.query({
    name: 'dateline-fail-tasks',
    text: `update dateline.tasks
           set failures = failures + 1, lease_token = null, lease_until = clock_timestamp() + interval '${LEASE}'
           where queue = $1 and position = any($2::bigint[])`,
    values: [queue, positions.map(String)],
  });
}
