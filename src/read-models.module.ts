import { Global, Module } from '@nestjs/common';
import type pg from 'pg';
import { EventLog } from './event-log/event-log.js';
import { Articles } from './projections/articles/articles.js';
import { Positions } from './projections/positions.js';
import { Changes } from './projections/story-state/changes.js';
import { StoryNames } from './projections/story-state/story-names.js';
import { StoryStates } from './projections/story-state/story-states.js';
import { Suggestions } from './projections/story-state/suggestions/suggestions.js';
import { REFLECTED } from './shared/http/parameters.pipe.js';
import { PG_POOL } from './shared/pg.js';

const providers = [
  { provide: StoryStates, inject: [PG_POOL], useFactory: (pool: pg.Pool) => new StoryStates(pool) },
  {
    provide: StoryNames,
    inject: [PG_POOL, StoryStates],
    useFactory: (pool: pg.Pool, states: StoryStates) => new StoryNames(pool, states),
  },
  { provide: Changes, inject: [PG_POOL], useFactory: (pool: pg.Pool) => new Changes(pool) },
  {
    provide: Articles,
    inject: [PG_POOL, EventLog],
    useFactory: (pool: pg.Pool, log: EventLog) => new Articles(pool, log),
  },
  {
    provide: Suggestions,
    inject: [PG_POOL, EventLog],
    useFactory: (pool: pg.Pool, log: EventLog) => new Suggestions(pool, log),
  },
  { provide: REFLECTED, useExisting: Positions },
];

/** The queries of the read models, one of each per process: they keep caches. */
@Global()
@Module({ providers, exports: providers })
export class ReadModelsModule {}
