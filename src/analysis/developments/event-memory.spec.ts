import { EventMemory } from './event-memory.js';
import { parsedText } from '../spec-support.js';

test('a happening spoken of again has the day it had', () => {
  const { sentences } = parsedText(
    'The boards met in Elm on Monday. The meeting lasted six hours. The mayor slept.',
  );
  const main = sentences.map((parsed) => parsed.clauses.find(({ kind }) => kind === 'main')!);
  const memory = new EventMemory();
  memory.learn(sentences[0]!, main[0]!, { from: 100, to: 100, precision: 'day' });
  expect(memory.recall(sentences[1]!, main[1]!)?.from).toBe(100);
  expect(memory.recall(sentences[2]!, main[2]!)).toBeUndefined();
});

test('what only stands between subject and verb is not spoken of again', () => {
  const { sentences } = parsedText(
    'The mayor was blamed for the fire on Monday. The board, slow since the fire began, sold the quay.',
  );
  const main = sentences.map((parsed) => parsed.clauses.find(({ kind }) => kind === 'main')!);
  const memory = new EventMemory();
  memory.learn(sentences[0]!, main[0]!, { from: 100, to: 100, precision: 'day' });
  expect(memory.recall(sentences[1]!, main[1]!)).toBeUndefined();
});
