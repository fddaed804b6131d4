import type {
  EmbeddingModelV3,
  JSONSchema7,
  LanguageModelV3,
  LanguageModelV3Content,
} from '@ai-sdk/provider';
import { objectIn } from './answer-text.js';
import { failureOf, ModelFailure } from './failure.js';
import type { ModelSettings } from './settings.js';

/** Told the tokens read and written for an answer, usable or not, as the endpoint counts them. */
export type Spent = (tokens: number) => void;

/** An answer of more bytes is none: it must not fill the process. */
const MOST_BYTES = 4_000_000;

/**
 * One endpoint, through the Vercel AI SDK's providers. They are loaded at the first request: who plugs in no model pays
 * nothing for them. Every failure is a {@link ModelFailure}, which carries neither key nor text.
 */
export class Endpoint {
  /** Whether the endpoint holds a model to a JSON Schema; found out by asking. */
  private structured = true;

  constructor(
    readonly settings: ModelSettings,
    private readonly timeoutMs: number,
  ) {}

  /** Asks for one JSON object; whether it has the form asked for is for the caller to see. */
  async answer(
    system: string,
    user: string,
    schema: JSONSchema7,
    signal: AbortSignal,
    spent: Spent,
  ): Promise<unknown> {
    try {
      return await this.generate(system, user, schema, signal, spent);
    } catch (error) {
      if (!this.structured || !(error instanceof ModelFailure) || !error.refusesForm) throw error;
      // The schema is in the instructions, too: many servers know nothing of `response_format`.
      this.structured = false;
      return this.generate(system, user, schema, signal, spent);
    }
  }

  /** The vector of one text. */
  embed(text: string, signal: AbortSignal, spent: Spent): Promise<readonly number[]> {
    return this.asking(signal, async (abortSignal) => {
      const model = await this.embeddingModel();
      const { embeddings, usage } = await model.doEmbed({ values: [text], abortSignal });
      spent(usage?.tokens ?? 0);
      const vector = embeddings[0];
      if (!vector?.length || vector.length > 8192 || !vector.every((it) => Number.isFinite(it)))
        throw new ModelFailure('no vector', { again: true });
      return vector;
    });
  }

  private generate(
    system: string,
    user: string,
    schema: JSONSchema7,
    signal: AbortSignal,
    spent: Spent,
  ): Promise<unknown> {
    return this.asking(signal, async (abortSignal) => {
      const model = await this.languageModel();
      const { content, finishReason, usage } = await model.doGenerate({
        prompt: [
          { role: 'system', content: system },
          { role: 'user', content: [{ type: 'text', text: user }] },
        ],
        ...(this.structured ? { responseFormat: { type: 'json', schema, name: 'statements' } } : {}),
        abortSignal,
      });
      spent((usage.inputTokens.total ?? 0) + (usage.outputTokens.total ?? 0));
      // The same report would be cut off or refused again, at the same price.
      if (finishReason.unified === 'length') throw new ModelFailure('cut off', { again: false });
      const value = objectIn(content.map(textOf).join(''));
      if (value !== undefined) return value;
      if (finishReason.unified === 'content-filter') throw new ModelFailure('refused', { again: false });
      throw new ModelFailure('no JSON', { again: true });
    });
  }

  private async asking<T>(stop: AbortSignal, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const timeout = AbortSignal.timeout(this.timeoutMs);
    try {
      return await ask(AbortSignal.any([stop, timeout]));
    } catch (error) {
      if (stop.aborted) throw new ModelFailure('stopped', { again: false });
      if (timeout.aborted) throw new ModelFailure('timeout', { again: true });
      throw failureOf(error);
    }
  }

  private async languageModel(): Promise<LanguageModelV3> {
    const { provider, url, key, model } = this.settings;
    if (provider === 'anthropic') {
      const { createAnthropic } = await import('@ai-sdk/anthropic');
      return createAnthropic({ baseURL: url, apiKey: key, fetch: fetchBounded })(model);
    }
    const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
    return createOpenAICompatible({
      name: 'model',
      baseURL: url!,
      apiKey: key,
      supportsStructuredOutputs: true,
      fetch: fetchBounded,
    }).chatModel(model);
  }

  private async embeddingModel(): Promise<EmbeddingModelV3> {
    const { url, key, model } = this.settings;
    const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
    return createOpenAICompatible({
      name: 'model',
      baseURL: url!,
      apiKey: key,
      fetch: fetchBounded,
    }).embeddingModel(model);
  }
}

/** Some models answer by calling a tool that nobody gave them. */
const textOf = (part: LanguageModelV3Content): string =>
  part.type === 'text' ? part.text : part.type === 'tool-call' ? part.input : '';

const fetchBounded: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (!response.body) return response;
  let read = 0;
  const bounded = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      read += chunk.byteLength;
      if (read > MOST_BYTES) controller.error(new ModelFailure('too long', { again: false }));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(bounded), { status, statusText, headers });
};
