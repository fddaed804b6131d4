import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { CommandBus } from '@nestjs/cqrs';
import type { EventLog } from './event-log/event-log.js';
import { readBody } from './ingestion/article-body.js';
import type { Intake } from './ingestion/intake.js';
import { StoryBody, TrackStory } from './ingestion/track-story.js';
import type { Logger } from './shared/logger.js';

const SEEDS = new URL('../seeds/', import.meta.url);
const CONTEXT = { actor: 'seed' };

export interface SeedInto {
  readonly log: EventLog;
  readonly commands: CommandBus;
  readonly intake: Intake;
  readonly logger: Logger;
}

/**
 * Fills an empty log with the stories of seeds/ (`stories`), and their articles (`demo`), by the same code that takes in
 * what comes over HTTP. A log with anything in it is left alone.
 */
export async function seed(
  what: 'demo' | 'stories' | 'none',
  { log, commands, intake, logger }: SeedInto,
): Promise<void> {
  if (what === 'none' || (await log.head()).position > 0n) return;
  const stories = JSON.parse(await readFile(new URL('stories.json', SEEDS), 'utf8')) as unknown[];
  for (const story of stories) await commands.execute(new TrackStory(readBody(StoryBody, story), CONTEXT));
  let articles = 0;
  if (what === 'demo') {
    for await (const lines of intake.batch(createReadStream(new URL('articles.ndjson', SEEDS)), CONTEXT)) {
      for (const line of lines.trim().split('\n')) {
        const result = JSON.parse(line) as { line: number; outcome?: string; detail?: string };
        if (!result.outcome) throw new Error(`seeds/articles.ndjson, line ${result.line}: ${result.detail}`);
        articles += 1;
      }
    }
  }
  logger.info({ stories: stories.length, articles }, 'seeded');
}
