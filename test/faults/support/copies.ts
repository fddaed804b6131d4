import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process with one copy of each consumer. */
export class Copy {
  /** Consumers that are inside a transaction, as told since the last `hold`. */
  inside: string[] = [];
  /** Batches that failed, with why. */
  readonly failed: { readonly consumer: string; readonly error: string }[] = [];
  private stderr = '';

  private constructor(private readonly child: ChildProcess) {
    child.once('exit', (code) => {
      if (code !== 0) this.failed.push({ consumer: 'process', error: `exit ${code}: ${this.stderr}` });
    });
    child.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    child.on('message', (message: { inside?: string; failed?: string; error?: string }) => {
      if (message.inside) this.inside.push(message.inside);
      if (message.failed) this.failed.push({ consumer: message.failed, error: message.error ?? '' });
    });
  }

  static async start(databaseUrl: string): Promise<Copy> {
    const script = fileURLToPath(new URL('./consumer-copy.js', import.meta.url));
    const child = fork(script, [databaseUrl], { execArgv: [], stdio: ['ignore', 'inherit', 'pipe', 'ipc'] });
    const copy = new Copy(child);
    await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => {
        throw new Error(`the copy did not start:\n${copy.stderr}`);
      }),
    ]);
    return copy;
  }

  /** Lets each of these stop once inside its next transaction. */
  hold(consumers: readonly string[]): void {
    this.inside = [];
    this.child.send({ hold: consumers });
  }

  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  thaw(): void {
    this.child.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.thaw();
    this.child.send({ stop: true });
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 5_000);
    await exited;
    clearTimeout(timer);
  }
}
