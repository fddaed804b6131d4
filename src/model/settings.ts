/** An endpoint and a model behind it. */
export interface ModelSettings {
  readonly provider: 'openai-compatible' | 'anthropic';
  /** Up to what comes before `/chat/completions`, `/messages` or `/embeddings`. */
  readonly url: string;
  readonly model: string;
  /** Never logged and never recorded. */
  readonly key?: string;
}

/** What an operator plugged in; nothing by default. */
export interface ModelsSettings {
  /** Asked for statements and for what in a report is the news. */
  readonly statements?: ModelSettings;
  /** Asked for the vectors of headline and lead. */
  readonly embedding?: ModelSettings;
  /** Reports read at once by each worker process. */
  readonly concurrency: number;
  /** Of one request. */
  readonly timeoutMs: number;
}
