import type { Api } from './api.js';
import type { Pipeline } from './pipeline.module.js';
import type { Resources } from './resources.js';

export interface Roles {
  readonly api: boolean;
  readonly worker: boolean;
}

/** The running parts of one process, over its resources. */
export class Server {
  private api: Api | undefined;
  private pipeline: Pipeline | undefined;

  constructor(private readonly resources: Resources) {}

  /** Starts the parts asked for; resolves when they take work. */
  async start(roles: Roles): Promise<void> {
    const { resources } = this;
    // Each part is loaded only where it works: the one brings Nest along, the other the language model.
    if (roles.api) {
      const { Api } = await import('./api.js');
      this.api = new Api(resources);
      await this.api.start();
    }
    if (roles.worker) {
      const { openReader, Pipeline } = await import('./pipeline.module.js');
      const { config, pool, databaseUrl, log, queues, logger, metrics } = resources;
      this.pipeline = new Pipeline({
        pool,
        databaseUrl,
        log,
        queues,
        logger,
        analysisThreads: config.analysisThreads,
        reader: config.models && (await openReader(config.models, metrics, logger)),
      });
      await this.pipeline.start();
    }
    resources.lifecycle.started();
  }

  /** Where the API listens. */
  get url(): string {
    if (!this.api) throw new Error('There is no API in this process');
    return this.api.url;
  }

  /**
   * Readiness off, streams ended, requests finished, sweepers and workers stopped, queues closed, database last.
   * Each step has a time limit, 15 seconds in all.
   */
  async stop(): Promise<void> {
    const { lifecycle } = this.resources;
    lifecycle.drain();
    await this.api?.stop();
    await this.pipeline?.stop();
    await this.resources.close();
  }
}
