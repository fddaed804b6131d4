import type { EmbeddingModelV3, JSONSchema7, LanguageModelV3 } from '@ai-sdk/provider';
import { objectIn } from './answer-object.js';
import { boundedFetch } from './bounded-fetch.js';
import { failureOf, ModelFailure } from './failure.js';
import type { ModelSettings } from './settings.js';

/** One question about one article. */
export interface Question {
  readonly system: string;
  readonly user: string;
  /** Of the answer. */
  readonly schema: JSONSchema7;
}

/** What asking goes by, besides the question. */
export interface Asking {
  readonly signal: AbortSignal;
  /** Told of the tokens read and written, as the endpoint counts them, whether or not the answer is of use. */
  readonly spent: (tokens: number) => void;
}

/** Where a model that does not come to an end is stopped; several times what the statements of a long report take. */
const MAX_TOKENS = 16_384;

/** What is asked for besides the answer. Endpoints that know less refuse the request, and are asked for less. */
interface Form {
  /** That the endpoint holds the model to the JSON Schema; it is in the instructions, too. */
  readonly schema: boolean;
  /** The name of the limit: OpenAI's newer models refuse the one that all others know. */
  readonly limit?: 'max_tokens' | 'max_completion_tokens';
}

const FORMS: readonly Form[] = [
  { schema: true, limit: 'max_tokens' },
  { schema: false, limit: 'max_tokens' },
  { schema: true, limit: 'max_completion_tokens' },
  { schema: true },
  { schema: false },
];
/** Anthropic's protocol knows one limit, and cannot do without. */
const ANTHROPIC_FORMS = FORMS.slice(0, 2);

/**
 * One endpoint, through the Vercel AI SDK's providers. They are loaded at the first request: who plugs in no model pays
 * nothing for them. Every failure is a {@link ModelFailure}, which carries neither key nor text.
 */
export class Endpoint {
  private readonly forms: readonly Form[];
  /** The form that was answered first. What an article is refused for after that, its length perhaps, is its own. */
  private known = 0;
  private answered = false;

  constructor(
    readonly settings: ModelSettings,
    private readonly timeoutMs: number,
  ) {
    this.forms = settings.provider === 'anthropic' ? ANTHROPIC_FORMS : FORMS;
  }

  /** Asks for one JSON object; whether it has the form asked for is for the caller to see. */
  async answer(question: Question, asking: Asking): Promise<unknown> {
    let refusal: unknown;
    for (const [i, form] of this.forms.entries()) {
      if (i < this.known) continue;
      try {
        const answer = await this.generate(question, form, asking);
        if (!this.answered) this.known = i;
        this.answered = true;
        return answer;
      } catch (error) {
        if (!(error instanceof ModelFailure) || !error.refusesForm) throw error;
        refusal ??= error;
      }
    }
    throw refusal;
  }

  /** The vector of one text. */
  embed(text: string, { signal, spent }: Asking): Promise<readonly number[]> {
    return this.asking(signal, async (abortSignal) => {
      const model = await this.embeddingModel();
      const { embeddings, usage } = await model.doEmbed({ values: [text], abortSignal });
      spent(count(usage?.tokens));
      const [vector, ...more] = embeddings;
      if (!vector || more.length > 0 || !isDirection(vector))
        throw new ModelFailure('no vector', { tries: 2 });
      return vector;
    });
  }

  private generate(
    { system, user, schema }: Question,
    form: Form,
    { signal, spent }: Asking,
  ): Promise<unknown> {
    return this.asking(signal, async (abortSignal) => {
      const model = await this.languageModel(form);
      const { content, usage, finishReason } = await model.doGenerate({
        prompt: [
          { role: 'system', content: system },
          { role: 'user', content: [{ type: 'text', text: user }] },
        ],
        ...(form.schema ? { responseFormat: { type: 'json', schema, name: 'statements' } } : {}),
        ...(form.limit ? { maxOutputTokens: MAX_TOKENS } : {}),
        abortSignal,
      });
      spent(count(usage.inputTokens.total) + count(usage.outputTokens.total));
      if (finishReason.unified === 'content-filter') throw new ModelFailure('refused', { tries: 1 });
      // Half a statement is none, and the same question would be cut at the same place.
      if (finishReason.unified === 'length') throw new ModelFailure('cut short', { tries: 1 });
      // Some gateways make a call of a tool out of an answer in JSON.
      const parts = content.map((it) =>
        it.type === 'text' ? it.text : it.type === 'tool-call' ? it.input : '',
      );
      return objectIn(parts.join(''));
    });
  }

  private async asking<T>(stop: AbortSignal, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const timeout = AbortSignal.timeout(this.timeoutMs);
    try {
      return await ask(AbortSignal.any([stop, timeout]));
    } catch (error) {
      if (stop.aborted) throw new ModelFailure('stopped', { tries: 1 });
      if (timeout.aborted) throw new ModelFailure('timeout', { tries: 2 });
      throw failureOf(error);
    }
  }

  private async languageModel({ limit }: Form): Promise<LanguageModelV3> {
    const { provider, url, key, model } = this.settings;
    if (provider === 'anthropic') {
      const { createAnthropic } = await import('@ai-sdk/anthropic');
      return createAnthropic({ baseURL: url, apiKey: key, fetch: boundedFetch })(model);
    }
    const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
    return createOpenAICompatible({
      name: 'model',
      baseURL: url,
      apiKey: key,
      supportsStructuredOutputs: true,
      fetch: boundedFetch,
      ...(limit === 'max_completion_tokens' ? { transformRequestBody: withNewerLimit } : {}),
    }).chatModel(model);
  }

  private async embeddingModel(): Promise<EmbeddingModelV3> {
    const { url, key, model } = this.settings;
    const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
    return createOpenAICompatible({
      name: 'model',
      baseURL: url,
      apiKey: key,
      fetch: boundedFetch,
    }).embeddingModel(model);
  }
}

const withNewerLimit = ({
  max_tokens: limit,
  ...body
}: Record<string, unknown>): Record<string, unknown> => ({
  ...body,
  max_completion_tokens: limit,
});

/** Numbers of an endpoint's own making: what is no count counts nothing. */
const count = (tokens: number | undefined): number =>
  tokens !== undefined && tokens > 0 && tokens < 1e9 ? Math.round(tokens) : 0;

/** Finite, of a size that models have, and pointing somewhere. */
const isDirection = (vector: readonly number[]): boolean =>
  vector.length > 1 &&
  vector.length <= 8192 &&
  vector.every((it) => Number.isFinite(it)) &&
  vector.some((it) => it !== 0);
