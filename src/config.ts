import { availableParallelism } from 'node:os';
import { z } from 'zod';
import type { ModelsSettings } from './model/settings.js';

const url = (protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `has to be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .refine((text) => /^\d+$/.test(text) && Number(text) >= from && Number(text) <= to, {
      error: `has to be a whole number from ${from} to ${to}`,
    })
    .transform(Number);

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `has to be one of ${values.join(', ')}` });

/** `fetch` refuses a password within a URL, and quotes it; a path is put behind what there is. */
const endpoint = url(['http:', 'https:'])
  .refine((text) => !URL.canParse(text) || !/@/.test(text), {
    error: 'must not hold a user or password; there is a setting for the key',
  })
  .refine((text) => !/[?#]/.test(text), { error: 'must not hold a query or fragment' })
  .refine((text) => !/\/(?:chat\/completions|messages|embeddings)\/*$/.test(text), {
    error: 'has to end before /chat/completions, /messages or /embeddings; most end in /v1',
  });

const modelName = z
  .string()
  .max(200, { error: 'has to have at most 200 characters' })
  .regex(/^[^\s\p{C}](?:[^\p{C}]*[^\s\p{C}])?$/u, { error: 'has to be a name without spaces around it' });

/** Goes into a header: what cannot stand there would make an error that quotes it. */
const secret = z.string().regex(/^[\x21-\x7e]+$/, { error: 'has to be printable ASCII without spaces' });

/** Every environment variable that Dateline knows; README.md has the same table. */
const Environment = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  REDIS_URL: url(['redis:', 'rediss:']).optional(),
  DATELINE_DATA_DIR: z.string().default('.dateline'),
  DATELINE_ADMIN_KEY: z
    .string()
    .regex(/^dl_[A-Za-z0-9]{4,32}_[A-Za-z0-9_-]{32,128}$/, {
      error: 'has to look like dl_<id>_<secret>: 4 to 32 letters and digits, then at least 32 random ones',
    })
    .optional(),
  DATELINE_SEED: oneOf(['demo', 'stories', 'none']).optional(),
  DATELINE_READ: oneOf(['open', 'key']).default('open'),
  DATELINE_ANALYSIS_THREADS: wholeNumber(1, 256).optional(),
  DATELINE_DATABASE_CONNECTIONS: wholeNumber(4, 1000).default(20),
  DATELINE_PUBLIC_URL: url(['http:', 'https:']).optional(),
  DATELINE_MODEL_PROVIDER: oneOf(['openai-compatible', 'anthropic']).optional(),
  DATELINE_MODEL_URL: endpoint.optional(),
  DATELINE_MODEL: modelName.optional(),
  DATELINE_MODEL_KEY: secret.optional(),
  DATELINE_EMBEDDING_URL: endpoint.optional(),
  DATELINE_EMBEDDING_MODEL: modelName.optional(),
  DATELINE_EMBEDDING_KEY: secret.optional(),
  DATELINE_MODEL_CONCURRENCY: wholeNumber(1, 64).default(4),
  // Node waits no longer than 300 seconds for the head of an answer.
  DATELINE_MODEL_TIMEOUT: wholeNumber(1, 300).default(60),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** The settings of one process, read once at its start. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Undefined: the embedded Postgres of `dataDir`. */
  readonly databaseUrl?: string;
  /** Undefined: BullMQ keeps its jobs in Postgres. */
  readonly redisUrl?: string;
  readonly dataDir: string;
  readonly adminKey?: string;
  readonly seed: 'demo' | 'stories' | 'none';
  /** `key`: reading needs a key, too. */
  readonly read: 'open' | 'key';
  /** Worker threads for analysis in this process. */
  readonly analysisThreads: number;
  /** Most connections of the pool for hand-written SQL in this process. */
  readonly databaseConnections: number;
  /** How readers reach the API, without a slash at the end; for links in feeds. */
  readonly publicUrl?: string;
  /** Undefined: no model is asked for anything. */
  readonly models?: ModelsSettings;
  readonly logLevel: string;
}

/** A setting that cannot be used. The message names the variable and says what is allowed. */
export class ConfigError extends Error {}

/** Reads the environment; an empty variable counts as absent. Throws {@link ConfigError}. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = Environment.safeParse(given);
  if (!result.success)
    throw new ConfigError(result.error.issues.map((issue) => explain(issue, given)).join('\n'));
  const env = result.data;
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    dataDir: env.DATELINE_DATA_DIR,
    adminKey: env.DATELINE_ADMIN_KEY,
    // Somebody's own database stays as it is unless they ask.
    seed: env.DATELINE_SEED ?? (env.DATABASE_URL ? 'none' : 'demo'),
    read: env.DATELINE_READ,
    // One core stays free for the rest.
    analysisThreads: env.DATELINE_ANALYSIS_THREADS ?? Math.max(1, availableParallelism() - 1),
    databaseConnections: env.DATELINE_DATABASE_CONNECTIONS,
    publicUrl: env.DATELINE_PUBLIC_URL?.replace(/\/+$/, ''),
    models: readModels(env),
    logLevel: env.LOG_LEVEL,
  };
}

const ANTHROPIC = 'https://api.anthropic.com/v1';

/** Which models are plugged in. Settings that say nothing without others stop the start, too. */
function readModels(env: z.infer<typeof Environment>): ModelsSettings | undefined {
  const provider = env.DATELINE_MODEL_PROVIDER;
  const model = env.DATELINE_MODEL;
  // Said here, or the library would look for one in a variable of its own.
  const url = env.DATELINE_MODEL_URL ?? (provider === 'anthropic' ? ANTHROPIC : undefined);
  const embedding = env.DATELINE_EMBEDDING_MODEL;
  const compatible = provider === 'openai-compatible';
  const vectorsAt = env.DATELINE_EMBEDDING_URL ?? (compatible ? url : undefined);
  const wrong = [
    !provider &&
      (model || url || env.DATELINE_MODEL_KEY) &&
      'DATELINE_MODEL, DATELINE_MODEL_URL and DATELINE_MODEL_KEY need DATELINE_MODEL_PROVIDER',
    compatible && !url && 'DATELINE_MODEL_PROVIDER "openai-compatible" needs DATELINE_MODEL_URL',
    compatible &&
      !model &&
      !embedding &&
      'DATELINE_MODEL_PROVIDER needs DATELINE_MODEL or DATELINE_EMBEDDING_MODEL',
    provider === 'anthropic' &&
      !(model && env.DATELINE_MODEL_KEY) &&
      'DATELINE_MODEL_PROVIDER "anthropic" needs DATELINE_MODEL and DATELINE_MODEL_KEY',
    embedding &&
      !vectorsAt &&
      'DATELINE_EMBEDDING_MODEL needs DATELINE_EMBEDDING_URL, an OpenAI-compatible endpoint',
    !embedding &&
      (env.DATELINE_EMBEDDING_URL || env.DATELINE_EMBEDDING_KEY) &&
      'DATELINE_EMBEDDING_URL and DATELINE_EMBEDDING_KEY need DATELINE_EMBEDDING_MODEL',
  ].filter(Boolean);
  if (wrong.length > 0) throw new ConfigError(wrong.join('\n'));
  if (!model && !embedding) return undefined;
  // The key of one endpoint is not shown to another.
  const key = env.DATELINE_EMBEDDING_KEY ?? (env.DATELINE_EMBEDDING_URL ? undefined : env.DATELINE_MODEL_KEY);
  return {
    ...(provider && model ? { statements: { provider, url: url!, model, key: env.DATELINE_MODEL_KEY } } : {}),
    ...(embedding
      ? { embedding: { provider: 'openai-compatible', url: vectorsAt!, model: embedding, key } }
      : {}),
    concurrency: env.DATELINE_MODEL_CONCURRENCY,
    timeoutMs: env.DATELINE_MODEL_TIMEOUT * 1000,
  };
}

/** Values that may hold a password are not repeated: the message ends up in logs. */
const SECRET = new Set([
  'DATABASE_URL',
  'REDIS_URL',
  'DATELINE_ADMIN_KEY',
  'DATELINE_MODEL_URL',
  'DATELINE_MODEL_KEY',
  'DATELINE_EMBEDDING_URL',
  'DATELINE_EMBEDDING_KEY',
]);

function explain(issue: z.core.$ZodIssue, given: Readonly<Record<string, string | undefined>>): string {
  const name = String(issue.path[0]);
  const value = SECRET.has(name) ? '' : ` (it is "${given[name]}")`;
  return `${name} ${issue.message}${value}`;
}
