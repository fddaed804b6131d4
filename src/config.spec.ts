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
])('stops at a bad %s and says what is allowed', (name, value, message) => {
  expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
  expect(() => readConfig({ [name]: value })).toThrow(message);
});
