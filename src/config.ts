import { availableParallelism } from 'node:os';
import { z } from 'zod';

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
    logLevel: env.LOG_LEVEL,
  };
}

/** Values that may hold a password are not repeated: the message ends up in logs. */
const SECRET = new Set(['DATABASE_URL', 'REDIS_URL', 'DATELINE_ADMIN_KEY']);

function explain(issue: z.core.$ZodIssue, given: Readonly<Record<string, string | undefined>>): string {
  const name = String(issue.path[0]);
  const value = SECRET.has(name) ? '' : ` (it is "${given[name]}")`;
  return `${name} ${issue.message}${value}`;
}
