import { Counter, type Registry } from 'prom-client';

/** What a worker process tells of its models; registered only where one is plugged in. */
export class ModelMetrics {
  readonly articles: Counter<'task' | 'outcome'>;
  readonly statements: Counter<'outcome'>;
  readonly tokens: Counter<'task'>;

  constructor(registry: Registry) {
    const registers = [registry];
    this.articles = new Counter({
      name: 'dateline_model_articles_total',
      help: 'Articles that a model was asked about, by task and whether it answered.',
      labelNames: ['task', 'outcome'],
      registers,
    });
    this.statements = new Counter({
      name: 'dateline_model_statements_total',
      help: 'Statements of a model: kept, known to the analyzer, or dropped as not borne out by the text.',
      labelNames: ['outcome'],
      registers,
    });
    this.tokens = new Counter({
      name: 'dateline_model_tokens_total',
      help: 'Tokens read and written, as the endpoint counts them.',
      labelNames: ['task'],
      registers,
    });
  }
}
