import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What a process tells Prometheus; one instance per process, provided under its class. */
export class Metrics {
  readonly registry = new Registry();

  readonly requests = new Histogram({
    name: 'dateline_http_request_duration_seconds',
    help: 'Time from request to the end of the answer, by route. Streams and long polls are left out.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });

  readonly taken = new Counter({
    name: 'dateline_articles_taken_total',
    help: 'Articles taken in by this process, by outcome: created, revised, unchanged or refused.',
    labelNames: ['outcome'] as const,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /**
   * A gauge whose values are looked up at each scrape. A look-up that fails leaves the gauge empty: the others are
   * still worth having.
   *
   * @param read the value per value of the label
   */
  gauge(
    name: string,
    help: string,
    label: string,
    read: () => Promise<Readonly<Record<string, number>>>,
  ): void {
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [this.registry],
      async collect() {
        this.reset();
        const values = await read().catch(() => ({}));
        for (const [key, value] of Object.entries(values)) this.set({ [label]: key }, value);
      },
    });
  }
}
