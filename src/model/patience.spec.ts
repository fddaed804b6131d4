import { jest } from '@jest/globals';
import { ModelFailure, type Tries } from './failure.js';
import { Patience } from './patience.js';

const signal = new AbortController().signal;
const MINUTE = 60_000;
let now: number;
let told: string[] = [];
let asked = 0;

beforeEach(() => {
  now = 1_000_000;
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  told = [];
  asked = 0;
});
afterEach(() => jest.restoreAllMocks());

const patience = (firstPauseMs = 1): Patience =>
  new Patience(
    {
      rests: (ms) => void told.push(`rests ${ms / 1000}`),
      answersAgain: () => void told.push('answers again'),
    },
    firstPauseMs,
  );
const failing = (tries: Tries, retryAfterMs?: number) => (): Promise<never> => {
  asked += 1;
  return Promise.reject(new ModelFailure('http 503', { tries, retryAfterMs }));
};
const answering = (): Promise<string> => {
  asked += 1;
  return Promise.resolve('yes');
};
const outcome = (it: Patience, ask: () => Promise<string>): Promise<string> =>
  it.ask(signal, ask).catch((error: ModelFailure) => error.message);

it('rests longer each time an article finds an endpoint still failing, and says when it answers again', async () => {
  const it = patience();
  for (let i = 0; i < 3; i++) await outcome(it, failing(1));
  for (let i = 1; i < 3; i++) {
    expect(await outcome(it, failing(3))).toBe('left alone');
    now += i * MINUTE;
    expect(await outcome(it, failing(3))).toBe('http 503');
  }
  expect(asked).toBe(5);
  now += 4 * MINUTE;
  expect(await outcome(it, answering)).toBe('yes');
  expect(await outcome(it, answering)).toBe('yes');
  expect(told).toEqual(['rests 60', 'rests 120', 'rests 240', 'answers again']);
});

it('asks less than forty times in an outage of three hours', async () => {
  const it = patience();
  for (; now < 180 * MINUTE; now += MINUTE / 4) await outcome(it, failing(3));
  expect(asked).toBeLessThan(40);
});

it('asks once after a rest, however many articles are waiting', async () => {
  const it = patience();
  for (let i = 0; i < 3; i++) await outcome(it, failing(1));
  now += MINUTE;
  const all = await Promise.all([1, 2, 3].map(() => outcome(it, failing(3))));
  expect(all).toEqual(['http 503', 'left alone', 'left alone']);
  expect(asked).toBe(4);
});

it('makes all articles wait for as long as the endpoint asked one of them to', async () => {
  const it = patience();
  const first = it.ask(signal, () => (asked === 0 ? failing(3, 50)() : answering()));
  await new Promise(setImmediate);
  const second = it.ask(signal, answering);
  expect(asked).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 25));
  expect(asked).toBe(1);
  now += 50;
  expect(await Promise.all([first, second])).toEqual(['yes', 'yes']);
});

it('does not take a pause of nothing for leave to hurry', async () => {
  const asking = outcome(patience(30), failing(2, 0));
  await new Promise((resolve) => setTimeout(resolve, 15));
  expect(asked).toBe(1);
  expect(await asking).toBe('http 503');
  expect(asked).toBe(2);
});
