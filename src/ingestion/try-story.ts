import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import type { StoryDraft, StoryTrial, TrialPlace } from '../domain/story-trial.js';
import { assertSameQuestion, readCursor, writeCursor } from '../shared/http/cursor.js';
import { derivedId } from '../shared/ids.js';
import { TrackStoryHandler, type StoryDraftBody } from './track-story.js';

/** What tries a story on the articles there are; threading provides it. */
export interface Trials {
  try(draft: StoryDraft, limit: number, after: TrialPlace | null): Promise<StoryTrial>;
}

export const TRIALS = Symbol('TRIALS');

/** What tracking a story would do. */
export interface Trial extends Omit<StoryTrial, 'after'> {
  readonly dryRun: true;
  /** `taken`: the slug is that of a story defined otherwise. Absent for a story without a slug. */
  readonly outcome?: 'created' | 'unchanged' | 'taken';
  readonly next: string | null;
}

/** Looks what a story would catch. A command that writes nothing, so that it can be put in the place of the real one. */
export class TryStory extends Command<Trial> {
  constructor(
    readonly story: z.output<typeof StoryDraftBody>,
    readonly limit: number,
    readonly cursor: string | undefined,
  ) {
    super();
  }
}

const Place = z.strictObject({ story: z.string(), publishedAt: z.iso.datetime(), articleId: z.uuid() });

@CommandHandler(TryStory)
export class TryStoryHandler implements ICommandHandler<TryStory> {
  constructor(
    @Inject(TRIALS) private readonly trials: Trials,
    private readonly tracking: TrackStoryHandler,
  ) {}

  /** @throws Problem 400 for a cursor of another story */
  async execute({ story: { slug, ...draft }, limit, cursor }: TryStory): Promise<Trial> {
    const asked = { story: derivedId('trial', JSON.stringify(draft)) };
    const place = cursor === undefined ? null : readCursor(cursor, Place);
    if (place) assertSameQuestion(asked, { story: place.story });
    const { after, ...found } = await this.trials.try(draft, limit, place);
    return {
      dryRun: true,
      ...(slug === undefined ? {} : { outcome: await this.tracking.outcomeOf({ slug, ...draft }) }),
      ...found,
      next: after && writeCursor({ ...asked, ...after }),
    };
  }
}
