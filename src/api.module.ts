import { Module, type DynamicModule } from '@nestjs/common';
import { CoreModule } from './core.module.js';
import { HealthController } from './read-api/health.controller.js';
import { MetricsController } from './read-api/metrics.controller.js';
import type { Resources } from './resources.js';

/** Everything that speaks HTTP. */
@Module({})
export class ApiModule {
  static with(resources: Resources): DynamicModule {
    return {
      module: ApiModule,
      imports: [CoreModule.with(resources)],
      controllers: [HealthController, MetricsController],
    };
  }
}
