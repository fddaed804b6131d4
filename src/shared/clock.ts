/** The machine's clock, behind a seam so that tests can move it. Never called inside a fold. */
export interface Clock {
  now(): Date;
}

export const CLOCK = Symbol('CLOCK');

export const systemClock: Clock = { now: () => new Date() };
