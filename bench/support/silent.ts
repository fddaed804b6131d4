import { pino } from 'pino';
import type { Logger } from '../../src/shared/logger.js';

/** Says nothing but what went wrong. */
export const silent: Logger = pino({ level: 'warn' }, pino.destination({ fd: 2, sync: true }));
