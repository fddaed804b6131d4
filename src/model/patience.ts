import { setTimeout as sleep } from 'node:timers/promises';
import { ModelFailure } from './failure.js';

const FIRST_PAUSE_MS = 500;
/** An article does not wait longer than this between two tries. */
const LONGEST_PAUSE_MS = 20_000;
/** So many failures in a row, and articles go on without asking for a while. */
const PATIENCE = 3;
const REST_MS = 60_000;
const LONGEST_REST_MS = 600_000;

/** Told when an endpoint is left alone for so long, and when it answers again. */
export interface PatienceListener {
  readonly rests: (ms: number, failure: ModelFailure) => void;
  readonly answersAgain: () => void;
}

/**
 * Asks an endpoint a few times, and leaves one that does not answer alone for a while, longer each time, so that an
 * outage costs its articles seconds and not minutes. After a rest one article asks once; the others wait for none of
 * it and go on without.
 */
export class Patience {
  private failures = 0;
  private rests = 0;
  private restUntil = 0;
  private pauseUntil = 0;
  private probing = false;

  /** @param firstPauseMs before the second try; doubled before the third, unless the endpoint names a longer one */
  constructor(
    private readonly listener: PatienceListener,
    private readonly firstPauseMs = FIRST_PAUSE_MS,
  ) {}

  /** @throws ModelFailure when the tries are used up, or the endpoint is being left alone */
  async ask<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
    const probes = this.rests > 0;
    if (probes && (this.probing || Date.now() < this.restUntil)) throw new LeftAlone();
    this.probing = probes;
    try {
      const answer = await this.tryAgain(signal, ask, probes ? 1 : Infinity);
      if (probes) this.listener.answersAgain();
      this.failures = 0;
      this.rests = 0;
      return answer;
    } catch (error) {
      if (error instanceof ModelFailure && !(error instanceof LeftAlone) && !signal.aborted)
        this.giveUp(error, probes);
      throw error;
    } finally {
      if (probes) this.probing = false;
    }
  }

  private async tryAgain<T>(signal: AbortSignal, ask: () => Promise<T>, most: number): Promise<T> {
    for (let tried = 1; ; tried++) {
      try {
        // The pause that the endpoint asked for beside this article holds for it, too.
        await wait(this.pauseUntil - Date.now(), signal);
        return await ask();
      } catch (error) {
        if (!(error instanceof ModelFailure) || signal.aborted) throw error;
        const { retryAfterMs = 0, tries } = error;
        const pause = Math.max(retryAfterMs, this.firstPauseMs * 2 ** (tried - 1));
        if (tried >= Math.min(most, tries) || pause > LONGEST_PAUSE_MS) throw error;
        if (retryAfterMs > 0) this.pauseUntil = Math.max(this.pauseUntil, Date.now() + retryAfterMs);
        await wait(pause, signal);
        // Others gave the endpoint up meanwhile.
        if (this.rests > 0 && most > 1) throw new LeftAlone();
      }
    }
  }

  private giveUp(failure: ModelFailure, probed: boolean): void {
    const { retryAfterMs = 0 } = failure;
    // Those that were on their way when the others gave up are no news.
    if (this.rests > 0 && !probed) return;
    if (++this.failures < PATIENCE && !probed && retryAfterMs <= LONGEST_PAUSE_MS) return;
    this.failures = 0;
    const rest = Math.min(LONGEST_REST_MS, Math.max(REST_MS * 2 ** this.rests, retryAfterMs));
    this.rests += 1;
    this.restUntil = Date.now() + rest;
    this.listener.rests(rest, failure);
  }
}

/** The endpoint is being left alone: nobody was asked. */
export class LeftAlone extends ModelFailure {
  constructor() {
    super('left alone', { tries: 1 });
  }
}

async function wait(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0) return;
  await sleep(ms, undefined, { signal }).catch(() => {
    throw new ModelFailure('stopped', { tries: 1 });
  });
}
