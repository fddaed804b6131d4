/** Why an endpoint gave no usable answer. The message is a word or two: what it sent back may hold key or text. */
export class ModelFailure extends Error {
  override name = 'ModelFailure';
  /** Whether asking again may help. */
  readonly again: boolean;
  /** How long the endpoint wants to be left alone. */
  readonly retryAfterMs?: number;
  /** The request was not to its liking, perhaps for the JSON Schema in it. */
  readonly refusesForm: boolean;

  constructor(
    message: string,
    how: { again: boolean; retryAfterMs?: number | undefined; refusesForm?: boolean },
  ) {
    super(message);
    this.again = how.again;
    if (how.retryAfterMs !== undefined) this.retryAfterMs = how.retryAfterMs;
    this.refusesForm = how.refusesForm ?? false;
  }
}

/** Thrown when the process is stopping: the article is left for another to read. */
export class ReadingStopped extends Error {}

/** What the provider's library throws, without what it quotes. */
export function failureOf(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  const { statusCode, responseHeaders, name } = error as {
    statusCode?: number;
    responseHeaders?: Readonly<Record<string, string>>;
    name?: string;
  };
  if (statusCode === undefined)
    return new ModelFailure(networkCode(error) ?? name ?? 'failed', { again: true });
  // A status of success with this error: the body is not what the protocol says.
  if (statusCode < 400) return new ModelFailure('not the protocol', { again: true });
  return new ModelFailure(`http ${statusCode}`, {
    again: statusCode === 408 || statusCode === 409 || statusCode === 429 || statusCode >= 500,
    retryAfterMs: retryAfter(responseHeaders?.['retry-after']),
    refusesForm: statusCode === 400 || statusCode === 422,
  });
}

/** "ECONNREFUSED" and the like, from as deep as it lies. */
function networkCode(error: unknown): string | undefined {
  let at = error as { code?: unknown; cause?: unknown } | null | undefined;
  for (let depth = 0; at && depth < 5; depth++) {
    const { code, cause } = at;
    if (typeof code === 'string' && /^[A-Z_]{3,40}$/.test(code)) return code;
    at = cause as typeof at;
  }
  return undefined;
}

/** Seconds or a date (RFC 9110, 10.2.3). */
function retryAfter(header: string | undefined): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
