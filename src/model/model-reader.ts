import type { AnalysisInput } from '../analysis/analyze.js';
import { packVector } from '../domain/embedding.js';
import type { EmbeddingAnswer, ModelAnswer, StatementsAnswer } from '../domain/model-answer.js';
import type { Analysis } from '../domain/statements.js';
import type { Logger } from '../shared/logger.js';
import { Endpoint } from './endpoint.js';
import { failureOf, ModelFailure, ReadingStopped } from './failure.js';
import { merge } from './merge.js';
import type { ModelMetrics } from './model-metrics.js';
import { Patience } from './patience.js';
import {
  Answer,
  ANSWER_SCHEMA,
  INSTRUCTIONS,
  LEAD_HASH,
  leadFor,
  reportFor,
  STATEMENTS_PROMPT_HASH,
} from './prompt.js';
import type { ModelSettings, ModelsSettings } from './settings.js';
import { verify } from './verify.js';

/** One revision as the analyzer left it, and as the models did. */
export interface ReadByModels {
  readonly analysis: Analysis;
  readonly models: readonly ModelAnswer[];
}

interface Plugged {
  readonly endpoint: Endpoint;
  readonly patience: Patience;
}

/**
 * Reads articles by the models that an operator plugged in, after the analyzer. A model helps where it can: an article
 * goes on without when it does not answer, and its answer counts only as far as the text bears it out.
 */
export class ModelReader {
  private readonly statements: Plugged | null;
  private readonly embedding: Plugged | null;
  private readonly stopping = new AbortController();
  /** Articles to read at once. */
  readonly concurrency: number;

  /** @param firstPauseMs before an endpoint that failed is asked again */
  constructor(
    settings: ModelsSettings,
    private readonly metrics: ModelMetrics,
    private readonly logger: Logger,
    firstPauseMs?: number,
  ) {
    const plug = (it: ModelSettings | undefined): Plugged | null =>
      it ? { endpoint: new Endpoint(it, settings.timeoutMs), patience: new Patience(firstPauseMs) } : null;
    this.statements = plug(settings.statements);
    this.embedding = plug(settings.embedding);
    this.concurrency = settings.concurrency;
  }

  /**
   * Never fails for an endpoint's sake.
   *
   * @param articleId for the log
   * @throws ReadingStopped after {@link stop}
   */
  async read(articleId: string, input: AnalysisInput, analysis: Analysis): Promise<ReadByModels> {
    const models: ModelAnswer[] = [];
    let read = analysis;
    if (this.statements && analysis.passages.length > 0) {
      const { answer, analysis: more } = await this.askStatements(
        this.statements,
        articleId,
        input,
        analysis,
      );
      models.push(answer);
      read = more;
    }
    if (this.embedding && analysis.passages.length > 0) {
      models.push(await this.askEmbedding(this.embedding, articleId, input, analysis));
    }
    return { analysis: read, models };
  }

  /** Breaks off what is being asked. */
  stop(): void {
    this.stopping.abort();
  }

  private async askStatements(
    { endpoint, patience }: Plugged,
    articleId: string,
    input: AnalysisInput,
    analysis: Analysis,
  ): Promise<{ answer: StatementsAnswer; analysis: Analysis }> {
    const { model } = endpoint.settings;
    const none = {
      task: 'statements',
      model,
      promptHash: STATEMENTS_PROMPT_HASH,
      kept: 0,
      known: 0,
      dropped: {},
    } as const;
    const { signal } = this.stopping;
    const report = reportFor(input, analysis.passages);
    const asked = await this.asked('statements', articleId, () =>
      patience.ask(signal, async () => {
        const reply = await endpoint.answer(INSTRUCTIONS, report, ANSWER_SCHEMA, signal);
        this.metrics.tokens.inc({ task: 'statements' }, reply.tokens);
        const parsed = Answer.safeParse(reply.value);
        if (!parsed.success) throw new ModelFailure('not the form asked for', { again: true });
        return { answer: parsed.data, tokens: reply.tokens };
      }),
    );
    if (asked instanceof ModelFailure)
      return { answer: { ...none, tokens: 0, failure: asked.message }, analysis };
    const { tokens } = asked;
    try {
      const found = verify(input, analysis, asked.answer);
      const { analysis: merged, kept, known } = merge(analysis, found, 0);
      const dropped = Object.values(found.dropped).reduce((sum, it) => sum + it, 0);
      this.metrics.statements.inc({ outcome: 'kept' }, kept);
      this.metrics.statements.inc({ outcome: 'known' }, known);
      this.metrics.statements.inc({ outcome: 'dropped' }, dropped);
      return { answer: { ...none, tokens, kept, known, dropped: found.dropped }, analysis: merged };
    } catch (error) {
      // Ours to mend, and no reason to hold the article up.
      this.logger.error({ err: error, articleId }, 'a model’s answer could not be checked; it is left out');
      return { answer: { ...none, tokens, failure: 'could not be checked' }, analysis };
    }
  }

  private async askEmbedding(
    { endpoint, patience }: Plugged,
    articleId: string,
    input: AnalysisInput,
    analysis: Analysis,
  ): Promise<EmbeddingAnswer> {
    const about = { task: 'embedding', model: endpoint.settings.model, promptHash: LEAD_HASH } as const;
    const { signal } = this.stopping;
    const lead = leadFor(input, analysis.passages);
    const asked = await this.asked('embedding', articleId, () =>
      patience.ask(signal, () => endpoint.embed(lead, signal)),
    );
    if (asked instanceof ModelFailure) return { ...about, tokens: 0, failure: asked.message };
    this.metrics.tokens.inc({ task: 'embedding' }, asked.tokens);
    return { ...about, tokens: asked.tokens, vector: packVector(asked.value) };
  }

  private async asked<T>(
    task: ModelAnswer['task'],
    articleId: string,
    ask: () => Promise<T>,
  ): Promise<T | ModelFailure> {
    try {
      const answer = await ask();
      this.metrics.articles.inc({ task, outcome: 'answered' });
      return answer;
    } catch (error) {
      if (this.stopping.signal.aborted) throw new ReadingStopped('the process is stopping');
      const failure = failureOf(error);
      this.metrics.articles.inc({ task, outcome: 'failed' });
      this.logger.warn(
        { articleId, task, failure: failure.message },
        'the model gave no usable answer; the article goes on without it',
      );
      return failure;
    }
  }
}
