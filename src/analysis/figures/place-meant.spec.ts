import { placeMeant } from './place-meant.js';
import { parsedText } from '../spec-support.js';

const meant = (text: string, title = ''): string | undefined => {
  const { reading, entities, sentences } = parsedText(text, { title });
  const parsed = sentences.at(-1)!;
  return placeMeant(reading, entities, parsed, parsed.tokens.length);
};

test('the only place of the paragraph, countries apart', () => {
  expect(meant('The crews sailed from Bergen to Denmark. The town has 900 boats.')).toBe('Bergen');
});

test('of several the one in the headline, and else none', () => {
  const text = 'The road from Bergen to Oslo is shut. The town has 900 boats.';
  expect(meant(text)).toBeUndefined();
  expect(meant(text, 'Storm hits Oslo')).toBe('Oslo');
});

test('the headline before the paragraph before', () => {
  const text = 'The crews sailed to Bergen.\n\nThe town has 900 boats.';
  expect(meant(text)).toBe('Bergen');
  expect(meant(text, 'Oslo storm')).toBe('Bergen');
  expect(
    meant('They came from Oslo.\n\nThey sailed to Bergen.\n\nThe town has 900 boats.', 'Oslo storm'),
  ).toBe('Oslo');
});
