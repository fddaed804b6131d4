import { pino } from 'pino';
import { createTestDatabase } from '../../test/support/database.js';
import { createTestRedis, queueBackends } from '../../test/support/redis.js';
import { JobQueues, type QueueBackend } from './job-queues.js';

const logger = pino({ level: 'silent' });

async function backendFor(
  kind: QueueBackend['kind'],
): Promise<{ backend: QueueBackend; drop(): Promise<void> }> {
  if (kind === 'redis') {
    const redis = await createTestRedis();
    return { backend: { kind, url: redis.url }, drop: () => redis.drop() };
  }
  const database = await createTestDatabase();
  return { backend: { kind, url: database.url, schema: 'bullmq' }, drop: () => database.drop() };
}

describe.each(queueBackends)('doorbells on %s', (kind) => {
  it('are answered, and many rings while one is being answered make one more answer, not many', async () => {
    const { backend, drop } = await backendFor(kind);
    const queues = new JobQueues(backend, logger);
    const answers: string[] = [];
    let open!: () => void;
    const door = new Promise<void>((resolve) => (open = resolve));
    const answered = (count: number): Promise<void> => until(() => answers.length >= count);
    const worker = queues.answer('consume', 2, async ({ consumer }) => {
      answers.push(consumer);
      await door;
    });
    try {
      await queues.ring('consume', 'threading', { consumer: 'threading' });
      await answered(1);
      for (let i = 0; i < 20; i++) await queues.ring('consume', 'threading', { consumer: 'threading' });
      await queues.ring('consume', 'articles', { consumer: 'articles' });
      await answered(2);
      expect(answers.sort()).toEqual(['articles', 'threading']);
      open();
      await answered(3);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(answers.filter((name) => name === 'threading')).toHaveLength(2);
      expect(await queues.depths()).toEqual({ analysis: 0, consume: 0 });
    } finally {
      open();
      await worker.close();
      await queues.close();
      await drop();
    }
  });
});

async function until(done: () => boolean): Promise<void> {
  const start = Date.now();
  while (!done()) {
    if (Date.now() - start > 10_000) throw new Error('waited 10 s in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
