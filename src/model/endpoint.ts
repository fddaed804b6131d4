import type { EmbeddingModelV3, JSONSchema7, LanguageModelV3 } from '@ai-sdk/provider';
import { failureOf, ModelFailure } from './failure.js';
import type { ModelSettings } from './settings.js';

/** What comes back from one request. */
export interface Reply<T> {
  readonly value: T;
  /** Read and written, as the endpoint counts them; 0 when it does not say. */
  readonly tokens: number;
}

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
  ): Promise<Reply<unknown>> {
    try {
      return await this.generate(system, user, schema, signal);
    } catch (error) {
      if (!this.structured || !(error instanceof ModelFailure) || !error.refusesForm) throw error;
      // The schema is in the instructions, too: many servers know nothing of `response_format`.
      this.structured = false;
      return this.generate(system, user, schema, signal);
    }
  }

  /** The vector of one text. */
  embed(text: string, signal: AbortSignal): Promise<Reply<readonly number[]>> {
    return this.asking(signal, async (abortSignal) => {
      const model = await this.embeddingModel();
      const { embeddings, usage } = await model.doEmbed({ values: [text], abortSignal });
      const vector = embeddings[0];
      if (!vector?.length || vector.length > 8192 || !vector.every((it) => Number.isFinite(it)))
        throw new ModelFailure('no vector', { again: true });
      return { value: vector, tokens: usage?.tokens ?? 0 };
    });
  }

  private generate(
    system: string,
    user: string,
    schema: JSONSchema7,
    signal: AbortSignal,
  ): Promise<Reply<unknown>> {
    return this.asking(signal, async (abortSignal) => {
      const model = await this.languageModel();
      const { content, usage } = await model.doGenerate({
        prompt: [
          { role: 'system', content: system },
          { role: 'user', content: [{ type: 'text', text: user }] },
        ],
        ...(this.structured ? { responseFormat: { type: 'json', schema, name: 'statements' } } : {}),
        abortSignal,
      });
      const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('');
      return {
        value: parseObject(text),
        tokens: (usage.inputTokens.total ?? 0) + (usage.outputTokens.total ?? 0),
      };
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
      return createAnthropic({ baseURL: url, apiKey: key })(model);
    }
    const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
    return createOpenAICompatible({
      name: 'model',
      baseURL: url!,
      apiKey: key,
      supportsStructuredOutputs: true,
    }).chatModel(model);
  }

  private async embeddingModel(): Promise<EmbeddingModelV3> {
    const { url, key, model } = this.settings;
    const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
    return createOpenAICompatible({ name: 'model', baseURL: url!, apiKey: key }).embeddingModel(model);
  }
}

/** The object in an answer; small models put words and fences around it. */
function parseObject(text: string): unknown {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  try {
    return JSON.parse(text.slice(from, to + 1)) as unknown;
  } catch {
    throw new ModelFailure('no JSON', { again: true });
  }
}
