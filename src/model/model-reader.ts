import type { AnalysisInput } from '../analysis/analyze.js';
import { packVector } from '../domain/embedding.js';
import type { EmbeddingAnswer, ModelAnswer, StatementsAnswer } from '../domain/model-answer.js';
import type { Analysis } from '../domain/statements.js';
import type { Logger } from '../shared/logger.js';
import { Endpoint, type Asking } from './endpoint.js';
import { adviceFor, failureOf, ModelFailure, ReadingStopped } from './failure.js';
import { merge } from './merge.js';
import type { ModelMetrics } from './model-metrics.js';
import { LeftAlone, Patience, type PatienceListener } from './patience.js';
import { parseAnswer } from './answer.js';
import { LEAD_HASH, leadFor, questionFor, STATEMENTS_PROMPT_HASH } from './prompt.js';
import type { ModelSettings, ModelsSettings } from './settings.js';
import { verify } from './verify.js';

/** One revision as the analyzer left it, and as the models did. */
export interface ReadByModels {
  readonly analysis: Analysis;
  readonly models: readonly ModelAnswer[];
}

interface Plugged {
  readonly task: ModelAnswer['task'];
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
    const plug = (task: Plugged['task'], it: ModelSettings | undefined): Plugged | null => {
      if (!it) return null;
      const patience = new Patience(this.listenerFor(task, it.model), firstPauseMs);
      return { task, endpoint: new Endpoint(it, settings.timeoutMs), patience };
    };
    this.statements = plug('statements', settings.statements);
    this.embedding = plug('embedding', settings.embedding);
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
      const asked = await this.askStatements(this.statements, articleId, input, analysis);
      models.push(asked.answer);
      read = asked.analysis;
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
    plugged: Plugged,
    articleId: string,
    input: AnalysisInput,
    analysis: Analysis,
  ): Promise<{ answer: StatementsAnswer; analysis: Analysis }> {
    const question = questionFor(input, analysis.passages);
    const { asked, tokens } = await this.asked(plugged, articleId, async (asking) =>
      parseAnswer(await plugged.endpoint.answer(question, asking)),
    );
    const none = {
      task: 'statements',
      model: plugged.endpoint.settings.model,
      promptHash: STATEMENTS_PROMPT_HASH,
      tokens,
      kept: 0,
      known: 0,
      dropped: {},
    } as const;
    if (asked instanceof ModelFailure) return { answer: { ...none, failure: asked.message }, analysis };
    try {
      const found = verify(input, analysis, asked.answer);
      const { analysis: merged, kept, known } = merge(analysis, found, 0);
      const dropped = { ...found.dropped, ...(asked.unreadable > 0 ? { form: asked.unreadable } : {}) };
      const all = Object.values(dropped).reduce((sum, it) => sum + it, 0);
      this.metrics.statements.inc({ outcome: 'kept' }, kept);
      this.metrics.statements.inc({ outcome: 'known' }, known);
      this.metrics.statements.inc({ outcome: 'dropped' }, all);
      return { answer: { ...none, kept, known, dropped }, analysis: merged };
    } catch (error) {
      // Ours to mend, and no reason to hold the article up.
      this.logger.error({ err: error, articleId }, 'a model’s answer could not be checked; it is left out');
      return { answer: { ...none, failure: 'could not be checked' }, analysis };
    }
  }

  private async askEmbedding(
    plugged: Plugged,
    articleId: string,
    input: AnalysisInput,
    analysis: Analysis,
  ): Promise<EmbeddingAnswer> {
    const lead = leadFor(input, analysis.passages);
    const { asked, tokens } = await this.asked(plugged, articleId, (asking) =>
      plugged.endpoint.embed(lead, asking),
    );
    const { model } = plugged.endpoint.settings;
    const about = { task: 'embedding', model, promptHash: LEAD_HASH, tokens } as const;
    if (asked instanceof ModelFailure) return { ...about, failure: asked.message };
    return { ...about, vector: packVector(asked) };
  }

  /** What came back, and the tokens of every try: those of an answer that was of no use are paid for, too. */
  private async asked<T>(
    { task, endpoint, patience }: Plugged,
    articleId: string,
    ask: (asking: Asking) => Promise<T>,
  ): Promise<{ asked: T | ModelFailure; tokens: number }> {
    const { signal } = this.stopping;
    let tokens = 0;
    const spent = (more: number): void => {
      tokens += more;
      this.metrics.tokens.inc({ task }, more);
    };
    try {
      const asked = await patience.ask(signal, () => ask({ signal, spent }));
      this.metrics.articles.inc({ task, outcome: 'answered' });
      return { asked, tokens };
    } catch (error) {
      if (signal.aborted) throw new ReadingStopped('the process is stopping');
      const failure = failureOf(error);
      const about = { articleId, task, model: endpoint.settings.model, failure: failure.message };
      const alone = failure instanceof LeftAlone;
      this.metrics.articles.inc({ task, outcome: alone ? 'left alone' : 'failed' });
      // Of an outage one line is told when it begins and one when it ends, not one for each of its articles.
      if (alone) this.logger.debug(about, 'the model was not asked; the article goes on without it');
      else
        this.logger.warn(
          { ...about, advice: adviceFor(failure) },
          'the model gave no usable answer; the article goes on without it',
        );
      return { asked: failure, tokens };
    }
  }

  private listenerFor(task: Plugged['task'], model: string): PatienceListener {
    return {
      rests: (ms, failure) =>
        this.logger.warn(
          { task, model, failure: failure.message, seconds: ms / 1000, advice: adviceFor(failure) },
          'the model endpoint is left alone for a while; articles that come in meanwhile go on without it',
        ),
      answersAgain: () => this.logger.info({ task, model }, 'the model endpoint answers again'),
    };
  }
}
