import { setTimeout as sleep } from 'node:timers/promises';
import { ModelFailure } from './failure.js';

const TRIES = 3;
const FIRST_PAUSE_MS = 500;
/** An article does not wait longer than this between two tries. */
const LONGEST_PAUSE_MS = 20_000;
/** So many failures in a row, and articles go on without asking for a while. */
const PATIENCE = 3;
const REST_MS = 60_000;
const LONGEST_REST_MS = 600_000;

/**
 * Asks an endpoint a few times, and leaves one that does not answer alone for a while, so that a dead endpoint costs the
 * articles of its outage seconds and not minutes.
 */
export class Patience {
  private failures = 0;
  private restUntil = 0;

  /** @param firstPauseMs before the second try; doubled before the third, unless the endpoint names its own */
  constructor(private readonly firstPauseMs = FIRST_PAUSE_MS) {}

  /** @throws ModelFailure when the tries are used up, or the endpoint is being left alone */
  async ask<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
    if (Date.now() < this.restUntil) throw new ModelFailure('left alone', { again: false });
    for (let tried = 1; ; tried++) {
      try {
        const answer = await ask();
        this.failures = 0;
        return answer;
      } catch (error) {
        if (!(error instanceof ModelFailure) || signal.aborted) throw error;
        const pause = error.retryAfterMs ?? this.firstPauseMs * 2 ** (tried - 1);
        if (!error.again || tried === TRIES || pause > LONGEST_PAUSE_MS) {
          this.giveUp(error);
          throw error;
        }
        await sleep(pause, undefined, { signal }).catch(() => {
          throw new ModelFailure('stopped', { again: false });
        });
      }
    }
  }

  private giveUp({ retryAfterMs = 0 }: ModelFailure): void {
    if (++this.failures < PATIENCE && retryAfterMs <= LONGEST_PAUSE_MS) return;
    this.failures = 0;
    this.restUntil = Date.now() + Math.min(LONGEST_REST_MS, Math.max(REST_MS, retryAfterMs));
  }
}
