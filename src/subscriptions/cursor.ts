import { Injectable } from '@nestjs/common';
import { EventLog } from '../event-log/event-log.js';
import { Changes } from '../projections/story-state/changes.js';
import { Problem } from '../shared/problem.js';

/** Where a subscriber may go on reading. */
@Injectable()
export class Cursors {
  constructor(
    private readonly changes: Changes,
    private readonly log: EventLog,
  ) {}

  /** The newest position that changes reflect: who starts here hears only of what comes. */
  head(): Promise<bigint> {
    return this.changes.head();
  }

  /**
   * Refuses a position that this log has not reached: it was handed out by a log that is gone (another server, or one
   * restored from a backup), and going on from it would miss changes without a word.
   */
  async assertOfThisLog(after: bigint): Promise<void> {
    if (after <= (await this.changes.head())) return;
    // Not reflected yet is no other history: a caller may follow from the position of what it has just posted.
    const { position } = await this.log.head();
    if (after <= position) return;
    throw new Problem(
      410,
      'position-of-another-history',
      'The position is of another history',
      `This log ends at ${position}, before ${after}: it is not the one that position came from. Read again from after=0, or from ${position} to hear only of what comes.`,
      { head: position.toString(), restart: '/v1/changes?after=0' },
    );
  }
}
