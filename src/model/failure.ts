/** How often an endpoint is asked at most about one article, after a failure of this kind. */
export type Tries = 1 | 2 | 3;

/** Why an endpoint gave no usable answer. The message is a word or two: what it sent back may hold key or text. */
export class ModelFailure extends Error {
  override name = 'ModelFailure';
  readonly tries: Tries;
  /** How long the endpoint wants to be left alone. */
  readonly retryAfterMs?: number;
  /** The request was not to its liking, perhaps for what was asked of the form of the answer. */
  readonly refusesForm: boolean;

  constructor(
    message: string,
    how: { tries: Tries; retryAfterMs?: number | undefined; refusesForm?: boolean },
  ) {
    super(message);
    this.tries = how.tries;
    if (how.retryAfterMs !== undefined) this.retryAfterMs = how.retryAfterMs;
    this.refusesForm = how.refusesForm ?? false;
  }
}

/** Thrown when the process is stopping: the article is left for another to read. */
export class ReadingStopped extends Error {}

/** What the provider's library throws, without what it quotes. */
export function failureOf(error: unknown): ModelFailure {
  const ours = causes(error).find((it) => it instanceof ModelFailure);
  if (ours) return ours;
  const { statusCode, responseHeaders, name } = error as {
    statusCode?: number;
    responseHeaders?: Readonly<Record<string, string>>;
    name?: string;
  };
  if (statusCode === undefined) {
    const code = networkCode(error);
    if (code) return new ModelFailure(code, { tries: 3 });
    // The library could make nothing of an answer, which has been paid for.
    return new ModelFailure(name?.startsWith('AI_') ? 'not the protocol' : (name ?? 'failed'), { tries: 2 });
  }
  // A status of success with this error: the body is not what the protocol says.
  if (statusCode < 300) return new ModelFailure('not the protocol', { tries: 2 });
  const busy = statusCode === 408 || statusCode === 409 || statusCode === 429 || statusCode >= 500;
  return new ModelFailure(`http ${statusCode}`, {
    tries: busy ? 3 : 1,
    retryAfterMs: retryAfter(responseHeaders?.['retry-after']),
    refusesForm: statusCode === 400 || statusCode === 422,
  });
}

/** What an operator may look at; undefined where only the endpoint can help. */
export function adviceFor({ message }: ModelFailure): string | undefined {
  switch (message) {
    case 'http 401':
    case 'http 403':
      return 'the endpoint does not take the key';
    case 'http 404':
    case 'http 405':
      return 'the endpoint does not know the model, or its URL is another';
    case 'cut short':
      return 'the model writes more than the endpoint lets it';
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
      return 'nothing answers at the URL of the endpoint';
    case 'timeout':
      return 'DATELINE_MODEL_TIMEOUT may be too short for this model';
    default:
      return /^http 3/.test(message) ? 'the endpoint has moved; its new URL has to be set' : undefined;
  }
}

/** An error and what caused it, as deep as libraries go. */
function causes(error: unknown): unknown[] {
  const all: unknown[] = [];
  for (let at = error; at && all.length < 5; at = (at as { cause?: unknown }).cause) all.push(at);
  return all;
}

/** "ECONNREFUSED" and the like, from as deep as it lies. */
const networkCode = (error: unknown): string | undefined =>
  causes(error)
    .map((it) => (it as { code?: unknown }).code)
    .find((code): code is string => typeof code === 'string' && /^[A-Z_]{3,40}$/.test(code));

/** Seconds or a date (RFC 9110, 10.2.3). */
function retryAfter(header: string | undefined): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
