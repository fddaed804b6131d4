import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type pg from 'pg';
import { CoreModule } from './core.module.js';
import { ArticleIntakeController } from './ingestion/articles.controller.js';
import { DecideNamesHandler, NAMES } from './ingestion/decide-names.js';
import { ExtractionPool } from './ingestion/extract/pool.js';
import { Intake } from './ingestion/intake.js';
import { StoryIntakeController } from './ingestion/stories.controller.js';
import { TakeInArticlesHandler } from './ingestion/take-in.js';
import { TrackStoryHandler } from './ingestion/track-story.js';
import { TRIALS, TryStoryHandler } from './ingestion/try-story.js';
import { ArticlesController } from './read-api/articles.controller.js';
import { DiffController } from './read-api/diff.controller.js';
import { DocsController } from './read-api/docs.controller.js';
import { HealthController } from './read-api/health.controller.js';
import { MetricsController } from './read-api/metrics.controller.js';
import { PositionHeader } from './read-api/position-header.js';
import { NamesController } from './read-api/names.controller.js';
import { StoriesController } from './read-api/stories.controller.js';
import { StoryPartsController } from './read-api/story-parts.controller.js';
import { SuggestionsController } from './read-api/suggestions.controller.js';
import { EventLog } from './event-log/event-log.js';
import { StoryNames } from './projections/story-state/story-names.js';
import { ReadModelsModule } from './read-models.module.js';
import type { Resources } from './resources.js';
import { READ_ACCESS, ScopeGuard } from './shared/access/scope.guard.js';
import { PG_POOL } from './shared/pg.js';
import { PUBLIC_URL } from './shared/http/public-url.js';
import { ChangeTail } from './subscriptions/change-tail.js';
import { ChangesController } from './subscriptions/changes.controller.js';
import { Cursors } from './subscriptions/cursor.js';
import { FeedsController } from './subscriptions/feeds.controller.js';
import { SubscriptionsService } from './subscriptions/subscriptions.service.js';
import { UpdatesController } from './subscriptions/updates.controller.js';
import { StoryTrials } from './threading/tracked/story-trials.js';

/** Everything that speaks HTTP. */
@Module({})
export class ApiModule {
  static with(resources: Resources): DynamicModule {
    return {
      module: ApiModule,
      imports: [CoreModule.with(resources), CqrsModule.forRoot(), ReadModelsModule],
      controllers: [
        HealthController,
        MetricsController,
        DocsController,
        ArticleIntakeController,
        StoryIntakeController,
        ArticlesController,
        StoriesController,
        DiffController,
        StoryPartsController,
        NamesController,
        SuggestionsController,
        ChangesController,
        UpdatesController,
        FeedsController,
      ],
      providers: [
        { provide: READ_ACCESS, useValue: resources.config.read },
        { provide: PUBLIC_URL, useValue: resources.config.publicUrl ?? null },
        // Every route says who may use it; one that does not is open to nobody.
        ScopeGuard,
        { provide: ExtractionPool, useFactory: () => new ExtractionPool() },
        Intake,
        TakeInArticlesHandler,
        TrackStoryHandler,
        TryStoryHandler,
        DecideNamesHandler,
        { provide: NAMES, useExisting: StoryNames },
        {
          provide: TRIALS,
          inject: [PG_POOL, EventLog],
          useFactory: (pool: pg.Pool, log: EventLog) => new StoryTrials(pool, log),
        },
        PositionHeader,
        Cursors,
        ChangeTail,
        SubscriptionsService,
      ],
    };
  }
}
