import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ArticleIntakeController } from './ingestion/articles.controller.js';
import { ExtractionPool } from './ingestion/extract/pool.js';
import { Intake } from './ingestion/intake.js';
import { StoryIntakeController } from './ingestion/stories.controller.js';
import { TakeInArticlesHandler } from './ingestion/take-in.js';
import { TrackStoryHandler } from './ingestion/track-story.js';

/** The ways in over HTTP. Commands only: the in-process event bus is no delivery. */
@Module({
  imports: [CqrsModule.forRoot()],
  controllers: [ArticleIntakeController, StoryIntakeController],
  providers: [
    Intake,
    // Ends its thread when the application closes.
    { provide: ExtractionPool, useFactory: () => new ExtractionPool() },
    TakeInArticlesHandler,
    TrackStoryHandler,
  ],
  exports: [CqrsModule],
})
export class IngestionModule {}
