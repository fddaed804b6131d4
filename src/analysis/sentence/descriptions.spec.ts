import { describe as describeUnnamed, headOf, withArticle } from './descriptions.js';
import { tagTokens } from '../reading/tagger.js';
import { tokenize } from '../reading/tokens.js';

const described = (text: string) => {
  const tokens = tokenize(text);
  tagTokens(tokens);
  return describeUnnamed(text, tokens, 0, headOf(tokens, 0, tokens.length)!);
};

test('small letters inside a sentence, but for names', () => {
  expect(described('Senior Norwegian officials visiting Elm').text).toBe('senior Norwegian officials');
  expect(described('Norwegian officials').text).toBe('Norwegian officials');
});

test('one of several is one', () => {
  expect(described('one of the senior harbour officials')).toMatchObject({
    text: 'a senior harbour official',
    plural: false,
  });
});

test('articles by sound', () => {
  expect(withArticle('army officer')).toBe('an army officer');
  expect(withArticle('U.S. official')).toBe('a U.S. official');
  expect(withArticle('UN aide')).toBe('a UN aide');
  expect(withArticle('unnamed aide')).toBe('an unnamed aide');
});
