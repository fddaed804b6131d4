import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import type { StoryEvent } from '../domain/story.js';
import { EventLog } from '../event-log/event-log.js';
import { CLOCK, type Clock } from '../shared/clock.js';
import { parseMoment, MOMENT_FORMS } from '../shared/http/moment.js';
import { derivedId, isUuid } from '../shared/ids.js';
import { Problem } from '../shared/problem.js';
import { cleanLine, cleanText } from '../shared/text-hygiene.js';
import { isOwnWork, type TakeInContext } from './take-in.js';

const text = (max: number) =>
  z.string({ error: 'has to be a string' }).max(max, { error: `has to be at most ${max} characters long` });
const notEmpty = { error: 'must not be empty' };

/** Unknown fields have a message of their own. */
const PROFILE_ERROR = {
  error: (issue: { code?: string }): string | undefined =>
    issue.code === 'invalid_type' ? 'has to be an object with anyOf, allOf, noneOf, from, to' : undefined,
};

const terms = z
  .array(
    text(200)
      .transform(cleanLine)
      .refine((term) => term !== '', notEmpty)
      // What cannot be looked for would be left out in silence, and what it was to bar be let in.
      .refine((term) => term === '' || /[\p{L}\p{N}]/u.test(term), {
        error: 'has neither a letter nor a digit: no text can be searched for it',
      }),
    { error: 'has to be a list of names and terms' },
  )
  .max(200, { error: 'has to be at most 200 names and terms' })
  .default([]);

/** A date is its beginning as `from` and its end as `to`: both days are inside. */
const moment = (edge: 'from' | 'to') =>
  text(64)
    .transform((given, context) => {
      const parsed = parseMoment(given);
      if (parsed)
        return edge === 'from' && given.length === 10 ? `${given}T00:00:00.000Z` : parsed.toISOString();
      const edgeOfDay = edge === 'from' ? 'beginning' : 'end';
      const message = `is no date: ${MOMENT_FORMS.replace('the end of that day', `the ${edgeOfDay} of that day`)}`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    })
    .optional();

const slug = text(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: 'has to be lower-case letters and digits, in words joined by "-"',
  })
  .refine((name) => !isUuid(name), { error: 'must not look like an id' })
  .meta({ description: 'Its name in addresses, for ever.' });

const fields = {
  title: text(300)
    .transform(cleanLine)
    .refine((title) => title !== '', notEmpty),
  description: text(10_000)
    .transform((value) => cleanText(value).trim())
    .refine((value) => value !== '', {
      error: 'must not be empty: say in plain words what the story is about',
    })
    .meta({ description: 'What it is about, in plain words; also used for matching.' }),
  profile: z
    .strictObject(
      {
        anyOf: terms.meta({ description: 'At least one has to occur.' }),
        allOf: terms.meta({ description: 'Each has to occur.' }),
        noneOf: terms.meta({ description: 'None may occur.' }),
        from: moment('from').meta({ description: 'Nothing published before.' }),
        to: moment('to').meta({ description: 'Nothing published after.' }),
      },
      PROFILE_ERROR,
    )
    .prefault({}),
};

/** A term that is asked for and barred at once, by its place among those barred. */
function contradiction({ profile: { anyOf, allOf, noneOf } }: { profile: Terms }): number {
  const asked = new Set([...anyOf, ...allOf].map((term) => term.toLowerCase()));
  return noneOf.findIndex((term) => asked.has(term.toLowerCase()));
}

type Terms = Readonly<Record<'anyOf' | 'allOf' | 'noneOf', readonly string[]>>;

function askedAndBarred(story: { profile: Terms }, context: z.RefinementCtx): void {
  const at = contradiction(story);
  if (at === -1) return;
  const message = 'is asked for in `anyOf` or `allOf` as well: an article with it would never be caught';
  context.addIssue({ code: 'custom', path: ['profile', 'noneOf', at], message });
}

const inOrder = ({ profile: { from, to } }: { profile: { from?: string; to?: string } }): boolean =>
  !(from && to && from > to);
const outOfOrder = { path: ['profile', 'to'], error: 'is before `from`' };

/** The body of POST /v1/stories, and an entry of seeds/stories.json. */
export const StoryBody = z
  .strictObject({ slug, ...fields })
  .refine(inOrder, outOfOrder)
  .superRefine(askedAndBarred)
  .meta({ id: 'StoryBody' });

/** A story to be tried: it needs no name yet. */
export const StoryDraftBody = z
  .strictObject({ slug: slug.optional(), ...fields })
  .refine(inOrder, outOfOrder)
  .superRefine(askedAndBarred);

export type StoryBody = z.output<typeof StoryBody>;

export interface Tracked {
  readonly id: string;
  readonly slug: string;
  readonly outcome: 'created' | 'unchanged';
  /** Of the event that defined it. */
  readonly position: string;
}

/** Defines a story to be followed. The same again is `unchanged`. */
export class TrackStory extends Command<Tracked> {
  constructor(
    readonly story: StoryBody,
    readonly context: TakeInContext,
  ) {
    super();
  }
}

@CommandHandler(TrackStory)
export class TrackStoryHandler implements ICommandHandler<TrackStory> {
  constructor(
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What {@link execute} would answer; writes nothing. */
  async outcomeOf(story: StoryBody): Promise<'created' | 'unchanged' | 'taken'> {
    const definition = definitionOf(story);
    const [first] = await this.log.readStream(`story-${definition.id}`, 0, 1);
    if (!first) return 'created';
    return first.id === definition.eventId ? 'unchanged' : 'taken';
  }

  /** @throws Problem 409 when the slug is that of a story defined otherwise */
  async execute({ story, context }: TrackStory): Promise<Tracked> {
    const { id, event, eventId } = definitionOf(story);
    const { outcome, positions } = await this.log.append({
      stream: `story-${id}`,
      expectedVersion: 0,
      events: [{ ...event, id: eventId, occurredAt: this.clock.now().toISOString() }],
      metadata: { ...context },
    });
    if (outcome !== 'conflict') {
      const created =
        outcome === 'appended' || (context.once !== undefined && (await this.isOurs(id, context)));
      return {
        id,
        slug: story.slug,
        outcome: created ? 'created' : 'unchanged',
        position: positions[0]!.toString(),
      };
    }
    const detail = `"${story.slug}" is tracked with another title, description or profile. Choose another slug, or send the same definition.`;
    throw new Problem(409, 'story-exists', 'There is such a story', detail, { story: id });
  }

  /** Whether the story was tracked by this very request, whose answer was lost. */
  private async isOurs(storyId: string, context: TakeInContext): Promise<boolean> {
    const [first] = await this.log.readStream(`story-${storyId}`, 0, 1);
    return first !== undefined && isOwnWork(first, context);
  }
}

/** The event's id is derived from the definition, so a duplicate is the very same one. */
function definitionOf(story: StoryBody): { id: string; event: StoryEvent; eventId: string } {
  const id = derivedId('story', story.slug);
  const event: StoryEvent = { type: 'StoryTracked', data: { storyId: id, ...story } };
  return { id, event, eventId: derivedId(id, 'tracked', JSON.stringify(event.data)) };
}
