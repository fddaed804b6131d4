import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process of the benchmark's: the program itself, or something that it is measured against. */
export interface Child {
  readonly url: string;
  readonly process: ChildProcess;
  /** What it has said so far. */
  readonly output: () => string;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Starts a Node process and waits until it says where it listens, or `ready`.
 *
 * @param script from the project's root
 */
export async function startProcess(
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  node: readonly string[] = [],
): Promise<Child> {
  const child = spawn(process.execPath, [...node, script, ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8');
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: string) => {
      output += text;
      if (/is ready|listening on/.test(output)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}: ${output}`)));
  });
  return {
    url: /http:\/\/[\w.]+:\d+/.exec(output)?.[0] ?? '',
    process: child,
    output: () => output,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
