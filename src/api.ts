import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule } from './api.module.js';
import { createHttpApp } from './http.js';
import { ExtractionPool } from './ingestion/extract/pool.js';
import { Intake } from './ingestion/intake.js';
import { seed } from './seed.js';
import { StartError } from './start-error.js';
import { Positions } from './projections/positions.js';
import { LogListener } from './queue/log-listener.js';
import type { Resources } from './resources.js';

/** Requests under way get this long to finish; then their connections are cut. */
const FINISH_REQUESTS_MS = 3_000;

/** What an API process does: answers requests, and knows up to where the log is reflected. */
export class Api {
  private app: NestFastifyApplication | undefined;

  constructor(private readonly resources: Resources) {}

  /** Resolves when it listens; an empty log has been filled by then. */
  async start(): Promise<void> {
    const { config, log, logger, metrics } = this.resources;
    this.app = await createHttpApp(ApiModule.with(this.resources), { logger, metrics });
    const positions = this.app.get(Positions);
    const listener = this.app.get(LogListener);
    // A hint only: positions are looked up several times a second anyway.
    listener.on('dateline_changes', () => void positions.look());
    positions.start();
    await listener.start();
    await this.app.init();
    await seed(config.seed, {
      log,
      logger,
      commands: this.app.get(CommandBus),
      intake: this.app.get(Intake),
    });
    try {
      await this.app.listen(config.port, config.host);
    } catch (error) {
      throw explainListenError(error, config.host, config.port);
    }
  }

  /** Where it listens. */
  get url(): string {
    const address = this.app?.getHttpServer().address() as AddressInfo | null | undefined;
    if (!address) throw new Error('The API does not listen');
    const { address: host, port, family } = address;
    const any = host === '0.0.0.0' || host === '::';
    return `http://${any ? 'localhost' : family === 'IPv6' ? `[${host}]` : host}:${port}`;
  }

  async stop(): Promise<void> {
    if (!this.app) return;
    const http = this.app.getHttpServer();
    const closed = this.app.close();
    const finished = await Promise.race([
      closed.then(() => true),
      sleep(FINISH_REQUESTS_MS, false, { ref: false }),
    ]);
    if (!finished) {
      http.closeAllConnections();
      await closed;
    }
    await this.app.get(ExtractionPool).close();
    this.app.get(Positions).stop();
    await this.app.get(LogListener).stop();
  }
}

function explainListenError(error: unknown, host: string, port: number): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartError(
        `Port ${port} on ${host} is taken, perhaps by a Dateline that runs already. ` +
          `Stop that one, or choose another port: PORT=${port + 1} npm start`,
      );
    case 'EACCES':
      return new StartError(
        `Port ${port} may not be used by this user. Choose one above 1023: PORT=3000 npm start`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(
        `HOST ${host} is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of them.`,
      );
    default:
      return error;
  }
}
