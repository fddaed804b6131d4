import { APP_GUARD } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type pg from 'pg';
import { readConfig } from '../../src/config.js';
import { CoreModule } from '../../src/core.module.js';
import { createHttpApp } from '../../src/http.js';
import { IngestionModule } from '../../src/ingestion.module.js';
import { createLogger, openResources, type Resources } from '../../src/resources.js';
import { ApiKeys } from '../../src/shared/access/api-keys.js';
import type { KeyScope } from '../../src/shared/access/key.js';
import { READ_ACCESS, ScopeGuard } from '../../src/shared/access/scope.guard.js';
import { createTestDatabase } from '../support/database.js';

export interface IntakeServer {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly resources: Resources;
  readonly keys: ApiKeys;
  key(...scopes: KeyScope[]): Promise<string>;
  stop(): Promise<void>;
}

/** The ways in alone, over HTTP, on a database of its own: no workers, no read side. */
export async function startIntake(): Promise<IntakeServer> {
  const database = await createTestDatabase();
  const config = readConfig({ PORT: '0', DATABASE_URL: database.url });
  const resources = await openResources(config, createLogger(process.env.TEST_LOG_LEVEL ?? 'silent'));
  const { logger, metrics, lifecycle } = resources;
  class IntakeModule {}
  const app: NestFastifyApplication = await createHttpApp(
    {
      module: IntakeModule,
      imports: [CoreModule.with(resources), IngestionModule],
      providers: [
        { provide: READ_ACCESS, useValue: 'open' },
        { provide: APP_GUARD, useClass: ScopeGuard },
      ],
    },
    { logger, metrics },
  );
  await app.listen(0, '127.0.0.1');
  lifecycle.started();
  const keys = app.get(ApiKeys);
  return {
    url: await app.getUrl(),
    pool: database.pool,
    resources,
    keys,
    key: async (...scopes) => (await keys.create('test', scopes)).key,
    async stop() {
      await app.close();
      await resources.close();
      await database.drop();
    },
  };
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
