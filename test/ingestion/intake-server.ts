import { ApiKeys } from '../../src/shared/access/api-keys.js';
import type { KeyScope } from '../../src/shared/access/key.js';
import { systemClock } from '../../src/shared/clock.js';
import { startTestServer, type TestServer } from '../support/server.js';

export interface IntakeServer extends TestServer {
  readonly keys: ApiKeys;
  key(...scopes: KeyScope[]): Promise<string>;
}

/** The API without workers: what is taken in stays in the log. */
export async function startIntake(): Promise<IntakeServer> {
  const server = await startTestServer({ roles: { worker: false } });
  const keys = new ApiKeys(server.pool, systemClock);
  return { ...server, keys, key: async (...scopes) => (await keys.create('test', scopes)).key };
}

/** An article that nobody wrote, of the fields that are needed. */
export const invented = (fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  externalId: 'bridge-1',
  title: 'Bridge to close for eleven weeks',
  text: 'The harbour board voted on Tuesday to close the old swing bridge for eleven weeks.',
  publisher: 'The Ellery Post',
  publishedAt: '2024-04-23T09:00:00Z',
  ...fields,
});
