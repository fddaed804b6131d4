import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Resources } from '../resources.js';
import { ApiKeys } from '../shared/access/api-keys.js';
import { systemClock } from '../shared/clock.js';

export interface NewAdminKey {
  readonly key: string;
  /** Where it was put down for commands on this machine; the embedded database's owner may do anything anyway. */
  readonly file?: string;
}

/** In the data directory, mode 0600. */
export const ADMIN_KEY_FILE = 'admin-key';

/**
 * Sees to it that somebody can administer this Dateline: `DATELINE_ADMIN_KEY` is made valid, and where neither that nor
 * any other valid admin key is there, one is made.
 *
 * @returns the key when one was made: the only time that it is seen, for the database has its hash alone
 */
export async function prepareAdminKey({ config, pool }: Resources): Promise<NewAdminKey | undefined> {
  const keys = new ApiKeys(pool, systemClock);
  if (config.adminKey) {
    await keys.install(config.adminKey, 'DATELINE_ADMIN_KEY', ['admin']);
    return undefined;
  }
  if (await keys.exists('admin')) return undefined;
  const { key } = await keys.create('made at first start', ['admin']);
  if (config.databaseUrl) return { key };
  const file = path.join(config.dataDir, ADMIN_KEY_FILE);
  await writeFile(file, `${key}\n`, { mode: 0o600 });
  return { key, file };
}
