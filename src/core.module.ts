import { Global, Module, type DynamicModule } from '@nestjs/common';
import { EventLog } from './event-log/event-log.js';
import { Positions } from './projections/positions.js';
import { LogListener } from './queue/log-listener.js';
import type { Resources } from './resources.js';
import { ApiKeys } from './shared/access/api-keys.js';
import { CLOCK, systemClock } from './shared/clock.js';
import { Lifecycle } from './shared/lifecycle.js';
import { LOGGER } from './shared/logger.js';
import { Metrics } from './shared/metrics.js';
import { PG_POOL } from './shared/pg.js';

/** What every module may ask for: the process's resources, opened before Nest and closed after it. */
@Global()
@Module({})
export class CoreModule {
  static with(resources: Resources): DynamicModule {
    const { pool, logger, databaseUrl, log, lifecycle, metrics } = resources;
    const providers = [
      { provide: PG_POOL, useValue: pool },
      { provide: LOGGER, useValue: logger },
      { provide: CLOCK, useValue: systemClock },
      { provide: EventLog, useValue: log },
      { provide: ApiKeys, useValue: new ApiKeys(pool, systemClock) },
      { provide: Lifecycle, useValue: lifecycle },
      { provide: Metrics, useValue: metrics },
      { provide: LogListener, useValue: new LogListener(databaseUrl, logger) },
      { provide: Positions, useValue: new Positions(pool, logger) },
    ];
    return { module: CoreModule, providers, exports: providers };
  }
}
