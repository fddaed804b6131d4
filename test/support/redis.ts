import { Redis } from 'ioredis';

/** True where this run has a Redis; where not, `npm test` has said so in a banner. */
export const hasRedis = Boolean(process.env.TEST_REDIS_URL);

/** `describe` that is skipped where there is no Redis. */
export const describeWithRedis = hasRedis ? describe : describe.skip;

/** The queue backends that this run can test. */
export const queueBackends: readonly ('postgres' | 'redis')[] = hasRedis
  ? ['postgres', 'redis']
  : ['postgres'];

/** A Redis database, empty, of this Jest process alone: files run one after another in it. */
export async function createTestRedis(): Promise<{ url: string; drop(): Promise<void> }> {
  if (!hasRedis) throw new Error('No Redis in this run: use describeWithRedis');
  const url = new URL(process.env.TEST_REDIS_URL!);
  url.pathname = `/${Number(process.env.JEST_WORKER_ID ?? 1)}`;
  const client = new Redis(url.href);
  await client.flushdb();
  return {
    url: url.href,
    async drop() {
      await client.flushdb();
      client.disconnect();
    },
  };
}
