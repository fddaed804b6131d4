import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  findBinaries,
  publicDirectory,
  reachable,
  serverUser,
  type PostgresBinaries,
  type ServerUser,
} from './postgres-binaries.js';

/** An initialised cluster on disk and all that is needed to start it. */
export interface Cluster {
  /** Its real path. `<data dir>/postgres` is that, or a link to it. */
  readonly directory: string;
  readonly password: string;
  readonly logFile: string;
  readonly binaries: PostgresBinaries;
  readonly user: ServerUser | undefined;
}

/** Superuser of the embedded server. */
export const DATABASE_USER = 'dateline';

const run = promisify(execFile);

/** Makes the cluster of a data directory at first use, and finds it again later. */
export async function openCluster(dataDir: string, log: (message: string) => void): Promise<Cluster> {
  const base = path.resolve(dataDir);
  await makeWritable(base);
  const found = await realpath(path.join(base, 'postgres')).catch(() => undefined);
  const user = found ? await ownerOf(found) : await serverUser();
  const binaries = await findBinaries(user);
  const password = await passwordOf(base);
  const directory = found ?? (await place(base, user));
  const made = await readFile(path.join(directory, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (made === undefined) {
    log('Making a database (first start, a few seconds)');
    await initialise(directory, password, binaries, user);
  } else if (made.trim() !== binaries.version.split('.')[0]) {
    throw new Error(
      `${directory} was made by Postgres ${made.trim()}, this is ${binaries.version}. ` +
        `Move the data with pg_dump of the old version, or choose another DATELINE_DATA_DIR.`,
    );
  }
  return { directory, password, binaries, user, logFile: path.join(base, 'postgres.log') };
}

async function makeWritable(base: string): Promise<void> {
  try {
    await mkdir(base, { recursive: true, mode: 0o700 });
    // Root's has to let the server's user through; what is secret in it is 0600.
    if (process.getuid?.() === 0) await chmod(base, ((await stat(base)).mode & 0o777) | 0o011);
    const probe = await mkdtemp(path.join(base, 'probe-'));
    await rm(probe, { recursive: true });
  } catch (cause) {
    throw new Error(
      `The data directory ${base} cannot be written (${(cause as Error).message}). ` +
        `Make it writable for this user, or set DATELINE_DATA_DIR to another.`,
      { cause },
    );
  }
}

/** Root runs a cluster as whoever owns it, so that a directory first used by an ordinary user keeps working. */
async function ownerOf(directory: string): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = await stat(directory);
  return uid === 0 ? serverUser() : { uid, gid };
}

async function passwordOf(base: string): Promise<string> {
  const file = path.join(base, 'postgres-password');
  try {
    await writeFile(file, randomBytes(24).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}

/** Where the cluster goes: into the data directory, or beside it where the server's user cannot enter that. */
async function place(base: string, user: ServerUser | undefined): Promise<string> {
  const link = path.join(base, 'postgres');
  if (!user || (await reachable(base, user))) {
    await rm(link, { force: true }); // a link whose target is gone
    return link;
  }
  const meant = await readlink(link).catch(() => undefined);
  if (meant) {
    // Its parent is there: another process is making the cluster right now, or was killed at it. One place for both,
    // or each would go on with a database of its own and all but one would be lost.
    if (await lstat(path.dirname(meant)).catch(() => undefined)) return meant;
    await rm(link);
  }
  const outside = await mkdtemp(path.join(await publicDirectory(), 'data-'));
  await chmod(outside, 0o755);
  const directory = path.join(outside, 'postgres');
  try {
    await symlink(directory, link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    await rm(outside, { recursive: true });
    return readlink(link);
  }
  return directory;
}

/** Runs initdb beside the final place and renames, so that a cluster is whole or not there at all. */
async function initialise(
  directory: string,
  password: string,
  { initdb }: PostgresBinaries,
  user: ServerUser | undefined,
): Promise<void> {
  const parent = path.dirname(directory);
  await removeLeftovers(parent);
  const staging = path.join(parent, `initdb-${process.pid}`);
  const passwordFile = path.join(parent, `initdb-${process.pid}.password`);
  try {
    await mkdir(staging, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (user) await Promise.all([staging, passwordFile].map((file) => chown(file, user.uid, user.gid)));
    const flags = [
      `--pgdata=${staging}`,
      `--username=${DATABASE_USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Order by code point on every machine; lower() still knows É.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ];
    await run(initdb, flags, { ...user, cwd: '/', env: { ...process.env, LC_ALL: 'C' } });
    // A second process may have been faster: its cluster is as good.
    await rename(staging, directory).catch(async (error: unknown) => {
      if (!(await stat(path.join(directory, 'PG_VERSION')).catch(() => undefined))) throw error;
    });
  } catch (cause) {
    throw new Error(`Making the database in ${directory} failed: ${(cause as Error).message}`, { cause });
  } finally {
    await Promise.all([staging, passwordFile].map((file) => rm(file, { recursive: true, force: true })));
  }
}

async function removeLeftovers(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = /^initdb-(\d+)/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await rm(path.join(parent, name), { recursive: true, force: true });
  }
}

/** Whether a process of that id exists, whoever's it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
