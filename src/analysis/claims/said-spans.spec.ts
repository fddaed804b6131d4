import { subjectText, trimmedSpan } from './said-spans.js';
import { tagTokens } from '../reading/tagger.js';
import { tokenize } from '../reading/tokens.js';

const trimmed = (text: string): string => {
  const span = trimmedSpan(tokenize(text))!;
  return text.slice(span.start, span.end);
};

test('no marks at the edges, and no closing mark that nothing opened', () => {
  expect(trimmed(', the quay is safe,')).toBe('the quay is safe');
  expect(trimmed('the quay is safe,"')).toBe('the quay is safe');
  expect(trimmed('the quay is "safe"')).toBe('the quay is "safe"');
});

test('nothing of nothing', () => expect(trimmedSpan(tokenize('…'))).toBeUndefined());

test('a subject reads as part of a sentence', () => {
  const text = 'Spokesmen for the Harbour Board';
  const tokens = tokenize(text);
  tagTokens(tokens);
  expect(subjectText(text, tokens, 0, tokens.length)).toBe('spokesmen for the Harbour Board');
});
