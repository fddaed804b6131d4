import type { Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;

/** Injection token of the process's one structured logger. */
export const LOGGER = Symbol('LOGGER');
