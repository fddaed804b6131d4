import { ConfigError, readConfig } from './config.js';

test('works with nothing set', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    seed: 'demo',
    read: 'open',
    dataDir: '.dateline',
  });
});

test('seeds nothing into a database that is somebody’s own, unless asked', () => {
  const DATABASE_URL = 'postgres://somebody@example.org/news';
  expect(readConfig({ DATABASE_URL }).seed).toBe('none');
  expect(readConfig({ DATABASE_URL, DATELINE_SEED: 'stories' }).seed).toBe('stories');
});

test('takes an empty variable for an absent one', () => {
  expect(readConfig({ PORT: '', REDIS_URL: '' })).toMatchObject({ port: 3000, redisUrl: undefined });
});

test.each([
  ['PORT', 'http', /^PORT has to be a whole number from 0 to 65535 \(it is "http"\)$/],
  ['PORT', '70000', /0 to 65535/],
  [
    'DATABASE_URL',
    'mysql://root:hunter2@db',
    /^DATABASE_URL has to be a URL that begins with postgres:\/\/ or postgresql:\/\/$/,
  ],
  ['REDIS_URL', 'localhost:6379', /^REDIS_URL has to be a URL that begins with redis:\/\/ or rediss:\/\/$/],
  ['DATELINE_SEED', 'all', /^DATELINE_SEED has to be one of demo, stories, none/],
  ['DATELINE_READ', 'no', /one of open, key/],
  ['DATELINE_ADMIN_KEY', 'secret', /^DATELINE_ADMIN_KEY has to look like dl_<id>_<secret>/],
  ['LOG_LEVEL', 'loud', /one of fatal, error/],
  ['DATELINE_MODEL_PROVIDER', 'any', /one of openai-compatible, anthropic/],
  ['DATELINE_MODEL_URL', 'localhost:11434', /^DATELINE_MODEL_URL has to be a URL that begins with http/],
  ['DATELINE_MODEL_URL', 'https://me:hunter2@models.example', /^DATELINE_MODEL_URL must not hold [^@]*$/],
  [
    'DATELINE_MODEL_URL',
    'https://models.example/v1/chat/completions/',
    /^DATELINE_MODEL_URL has to end before/,
  ],
  ['DATELINE_MODEL_URL', 'https://models.example/v1?key=hunter2', /^DATELINE_MODEL_URL must not [^=]*$/],
  ['DATELINE_EMBEDDING_URL', 'http://localhost/v1/embeddings', /has to end before .*\/embeddings/],
  ['DATELINE_MODEL', ' ', /name without spaces around it/],
  ['DATELINE_MODEL_KEY', 'hunter2\n', /^DATELINE_MODEL_KEY has to be printable ASCII without spaces$/],
  ['DATELINE_MODEL', 'reader', /need DATELINE_MODEL_PROVIDER/],
  ['DATELINE_MODEL_PROVIDER', 'openai-compatible', /needs DATELINE_MODEL_URL/],
  ['DATELINE_MODEL_PROVIDER', 'anthropic', /needs DATELINE_MODEL and DATELINE_MODEL_KEY/],
  ['DATELINE_EMBEDDING_MODEL', 'vectors', /needs DATELINE_EMBEDDING_URL/],
  ['DATELINE_EMBEDDING_URL', 'http://localhost/v1', /need DATELINE_EMBEDDING_MODEL/],
  ['DATELINE_MODEL_TIMEOUT', '0', /whole number from 1 to 300/],
])('stops at a bad %s and says what is allowed', (name, value, message) => {
  expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
  expect(() => readConfig({ [name]: value })).toThrow(message);
});

test('plugs in no model, unless asked', () => {
  expect(readConfig({}).models).toBeUndefined();
  const url = 'http://localhost:11434/v1';
  expect(
    readConfig({
      DATELINE_MODEL_PROVIDER: 'openai-compatible',
      DATELINE_MODEL_URL: url,
      DATELINE_MODEL: 'reader',
      DATELINE_MODEL_KEY: 'k',
      DATELINE_EMBEDDING_MODEL: 'vectors',
      DATELINE_MODEL_TIMEOUT: '5',
    }).models,
  ).toEqual({
    statements: { provider: 'openai-compatible', url, model: 'reader', key: 'k' },
    embedding: { provider: 'openai-compatible', url, model: 'vectors', key: 'k' },
    concurrency: 4,
    timeoutMs: 5000,
  });
});

test('shows the key of one endpoint to no other', () => {
  const { models } = readConfig({
    DATELINE_MODEL_PROVIDER: 'anthropic',
    DATELINE_MODEL: 'reader',
    DATELINE_MODEL_KEY: 'k',
    DATELINE_EMBEDDING_URL: 'http://localhost/v1',
    DATELINE_EMBEDDING_MODEL: 'vectors',
  });
  expect(models!.embedding!.key).toBeUndefined();
});

test('asks Anthropic itself, whatever the library would find in the environment', () => {
  const { models } = readConfig({
    DATELINE_MODEL_PROVIDER: 'anthropic',
    DATELINE_MODEL: 'reader',
    DATELINE_MODEL_KEY: 'k',
    ANTHROPIC_BASE_URL: 'https://elsewhere.example',
  });
  expect(models!.statements!.url).toBe('https://api.anthropic.com/v1');
});
