import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import type { NameDecision, NamesDecided } from '../domain/names-decided.js';
import type { StoryEvent } from '../domain/story.js';
import { EventLog } from '../event-log/event-log.js';
import { CLOCK, type Clock } from '../shared/clock.js';
import { storyNotFound } from '../shared/http/not-found.js';
import { derivedId } from '../shared/ids.js';
import { Problem } from '../shared/problem.js';
import { cleanLine } from '../shared/text-hygiene.js';
import type { TakeInContext } from './take-in.js';

/** Each header of a story holds them all. */
const MOST_PAIRS = 200;

const line = (max: number, empty: string) =>
  z
    .string({ error: 'has to be a string' })
    .max(max, { error: `has to be at most ${max} characters long` })
    .transform(cleanLine)
    .refine((text) => text !== '', { error: empty });
const name = line(300, 'must not be empty');

/** The body of POST /v1/stories/{story}/names. */
export const NamesBody = z
  .strictObject({
    names: z
      .tuple([name, name], { error: 'has to be a list of two names' })
      .meta({ description: 'As the state shows them, as `name` or among the `aliases`.' }),
    are: z
      .enum(['same', 'different', 'undecided'], { error: 'has to be same, different or undecided' })
      .meta({
        description:
          'Whether they are of one person, organisation or place. `undecided` takes an earlier decision back.',
      }),
    reason: line(1000, 'must not be empty: say why, for whoever reads the history'),
  })
  .meta({ id: 'NamesBody' });

export type NamesBody = z.output<typeof NamesBody>;

export interface NamesAnswer {
  /** `unchanged`: the last decision about the two says so already. */
  readonly outcome: 'decided' | 'unchanged';
  /** Of the decision in the log. */
  readonly position: string;
}

/** What is known of two names of a story; the read model of stories provides it. */
export interface Names {
  /** Null for an unknown story. */
  weigh(story: string, decision: Pick<NamesDecided, 'names' | 'are'>): Promise<Weighed | null>;
}

interface Weighed {
  readonly storyId: string;
  readonly previous: NameDecision | undefined;
  readonly against: readonly NameDecision[];
  readonly isOneName: boolean;
  readonly unused: readonly string[];
  readonly onlyBeside: readonly string[];
  readonly decided: number;
}

export const NAMES = Symbol('NAMES');

/** Decides whether two names of a story are of one. Recorded, never undone by a machine, taken back by another. */
export class DecideNames extends Command<NamesAnswer> {
  constructor(
    readonly story: string,
    readonly decision: NamesBody,
    readonly context: TakeInContext,
  ) {
    super();
  }
}

@CommandHandler(DecideNames)
export class DecideNamesHandler implements ICommandHandler<DecideNames> {
  constructor(
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NAMES) private readonly names: Names,
  ) {}

  /** @throws Problem 404, 409 beside other decisions, 422 for names that cannot be decided about */
  async execute({ story, decision, context }: DecideNames): Promise<NamesAnswer> {
    const weighed = await this.names.weigh(story, decision);
    if (!weighed) throw storyNotFound(story);
    const { storyId, previous } = weighed;
    const { names, are, reason } = decision;
    if (are === (previous?.are ?? 'undecided')) {
      if (previous) return { outcome: 'unchanged', position: previous.position };
      throw refused('Nobody has decided about these two names: there is nothing to take back.');
    }
    if (are !== 'undecided') assertDecidable(decision, weighed);
    const event: StoryEvent = { type: 'NamesDecided', data: { storyId, names, are, reason } };
    const { outcome, positions } = await this.log.append({
      stream: `story-${storyId}`,
      expectedVersion: 'any',
      events: [
        {
          ...event,
          // The same decision sent twice at once is one; after another about the two it is a new one.
          id: derivedId('names', JSON.stringify(event.data), previous?.position ?? ''),
          occurredAt: this.clock.now().toISOString(),
        },
      ],
      metadata: { ...context },
    });
    return {
      outcome: outcome === 'appended' || context.once !== undefined ? 'decided' : 'unchanged',
      position: positions[0]!.toString(),
    };
  }
}

/** @throws Problem that says what stands against it */
function assertDecidable({ names }: NamesBody, weighed: Weighed): void {
  const { against, isOneName, unused, onlyBeside, decided, previous } = weighed;
  if (isOneName) {
    throw refused(
      `“${names[0]}” and “${names[1]}” are one name in two writings. Namesakes cannot be told apart by it.`,
    );
  }
  const [absent] = unused;
  if (absent !== undefined) {
    throw refused(
      `No report of this story uses the name “${absent}”. Give names as the state has them in \`entities\`, as \`name\` or among the \`aliases\`.`,
    );
  }
  const [beside] = onlyBeside;
  if (beside !== undefined) {
    throw refused(
      `Each report that uses “${beside}” also has a fuller name and uses both for one: that is read within the report, and cannot be decided about by names.`,
    );
  }
  if (against.length > 0) {
    const detail = `${against.map(tell).join('; ')}. Both cannot be: take back one of these first, with "are": "undecided".`;
    throw new Problem(409, 'names-decided-otherwise', 'Decided otherwise', detail, { decisions: against });
  }
  if (!previous && decided >= MOST_PAIRS) {
    throw refused(`Somebody has decided about ${decided} pairs of names of this story, which is the most.`);
  }
}

const refused = (detail: string): Problem =>
  new Problem(422, 'names-not-decidable', 'These names cannot be decided about', detail);

const tell = ({ names: [one, other], are, reason }: NameDecision): string =>
  `“${one}” and “${other}” were ${are === 'same' ? 'said to be one' : 'told apart'} (${reason})`;
