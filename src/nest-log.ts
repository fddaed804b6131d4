import type { LoggerService } from '@nestjs/common';
import type { Logger } from './shared/logger.js';

/** Nest's own messages in the process's log: what it did is for debugging, what went wrong is not. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  error(message: unknown, stack?: string, context?: string): void {
    // Nest throws these at start as well, and whoever started it tells them once.
    if (context === 'ExceptionHandler' || context === 'NestApplication') return this.log(message, context);
    this.logger.error(
      { context, err: message instanceof Error ? message : undefined, stack },
      String(message),
    );
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
}
