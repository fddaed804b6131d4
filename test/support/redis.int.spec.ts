import { Redis } from 'ioredis';
import { createTestRedis, describeWithRedis } from './redis.js';

describeWithRedis('Redis in tests', () => {
  test('a Jest process gets an empty database of its own', async () => {
    const redis = await createTestRedis();
    const client = new Redis(redis.url);
    try {
      expect(await client.dbsize()).toBe(0);
      await client.set('a', 'b');
    } finally {
      client.disconnect();
      await redis.drop();
    }
  });
});
