import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** A Redis of a test's own, to be emptied and killed: that of the run is shared. */
export class RedisProcess {
  private constructor(
    private readonly port: number,
    private child: ChildProcess,
  ) {}

  /** Undefined where there is no `redis-server` to start: a Redis of `REDIS_URL` is not ours to kill. */
  static async start(): Promise<RedisProcess | undefined> {
    const port = await freePort();
    const child = await launch(port);
    return child && new RedisProcess(port, child);
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async flushAll(): Promise<void> {
    const client = new Redis(this.url);
    await client.flushall();
    client.disconnect();
  }

  async kill(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  /** After a kill, empty, on the same port. */
  async restart(): Promise<void> {
    this.child = (await launch(this.port))!;
  }
}

async function launch(port: number): Promise<ChildProcess | undefined> {
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', flags, { stdio: 'ignore' });
  let failed = false;
  child.once('error', () => (failed = true));
  const client = new Redis(port, '127.0.0.1', { lazyConnect: true, retryStrategy: () => 25 });
  client.on('error', () => undefined);
  try {
    for (let tries = 0; tries < 200 && !failed; tries++) {
      if (await client.ping().catch(() => false)) return child;
      await sleep(25);
    }
    return undefined;
  } finally {
    client.disconnect();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
