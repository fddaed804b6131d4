import type pg from 'pg';
import type { Clock } from '../clock.js';
import { hashKey, keyId, newKey, sameHash, type KeyScope } from './key.js';

/** How long a key that was revoked in another process may go on here. */
const REMEMBER_MS = 5_000;
const MAX_REMEMBERED = 10_000;

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

interface KeyRow extends ApiKey {
  readonly hash: Buffer;
  readonly expires_at: Date | null;
  readonly revoked_at: Date | null;
}

/** The keys that open the API. */
export class ApiKeys {
  private readonly remembered = new Map<string, { readonly row: KeyRow; readonly until: number }>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly clock: Clock,
  ) {}

  /** Makes a key. The answer is the only time it is seen. */
  async create(
    name: string,
    scopes: readonly KeyScope[],
    expiresAt?: Date,
  ): Promise<{ id: string; key: string }> {
    const made = newKey();
    await this.pool.query(
      'insert into dateline.api_keys (id, hash, name, scopes, expires_at) values ($1, $2, $3, $4, $5)',
      [made.id, hashKey(made.key), name, scopes, expiresAt ?? null],
    );
    return made;
  }

  /**
   * Makes a key given from outside, the administrator's, valid: with its id taken, the new secret replaces the old.
   *
   * @throws when the text is no key
   */
  async install(key: string, name: string, scopes: readonly KeyScope[]): Promise<void> {
    const id = keyId(key);
    if (!id) throw new Error('a key has to look like dl_<id>_<secret>');
    await this.pool.query(
      `insert into dateline.api_keys (id, hash, name, scopes) values ($1, $2, $3, $4)
       on conflict (id) do update set hash = excluded.hash, name = excluded.name, scopes = excluded.scopes,
         expires_at = null, revoked_at = null`,
      [id, hashKey(key), name, scopes],
    );
    this.remembered.delete(id);
  }

  /** Whether anybody holds a valid key with this very scope. */
  async exists(scope: KeyScope): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `select from dateline.api_keys
       where $1 = any(scopes) and revoked_at is null and (expires_at is null or expires_at > $2) limit 1`,
      [scope, this.clock.now()],
    );
    return rowCount === 1;
  }

  /** Ends a key; other processes follow within 5 s. False when there is none by this id or it was ended before. */
  async revoke(id: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'update dateline.api_keys set revoked_at = $2 where id = $1 and revoked_at is null',
      [id, this.clock.now()],
    );
    this.remembered.delete(id);
    return rowCount === 1;
  }

  /** Whose key this is; `null` when it is malformed, unknown, wrong, revoked or expired: callers are not told which. */
  async verify(key: string): Promise<ApiKey | null> {
    const id = keyId(key);
    if (!id) return null;
    const row = await this.lookUp(id);
    if (!row || !sameHash(row.hash, hashKey(key))) return null;
    if (row.revoked_at || (row.expires_at && row.expires_at <= this.clock.now())) return null;
    return { id: row.id, name: row.name, scopes: row.scopes };
  }

  private async lookUp(id: string): Promise<KeyRow | undefined> {
    const now = this.clock.now().getTime();
    const known = this.remembered.get(id);
    if (known && known.until > now) return known.row;
    const { rows } = await this.pool.query<KeyRow & { stale: boolean }>({
      name: 'dateline-api-key',
      text: `select id, hash, name, scopes, expires_at, revoked_at,
               coalesce(last_used_at < clock_timestamp() - interval '1 minute', true) as stale
             from dateline.api_keys where id = $1`,
      values: [id],
    });
    const row = rows[0];
    if (!row) {
      this.remembered.delete(id);
      return undefined;
    }
    // Ids that are tried at random are never remembered: only as many keys as there are can fill this.
    if (this.remembered.size >= MAX_REMEMBERED) this.remembered.clear();
    this.remembered.set(id, { row, until: now + REMEMBER_MS });
    if (row.stale && !row.revoked_at) await this.noteUse(id);
    return row;
  }

  private async noteUse(id: string): Promise<void> {
    await this.pool.query('update dateline.api_keys set last_used_at = clock_timestamp() where id = $1', [
      id,
    ]);
  }
}
