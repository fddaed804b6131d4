import { quotedSpans } from '../analysis/reading/quotes.js';
import { tagTokens } from '../analysis/reading/tagger.js';
import { tokenize, type Token } from '../analysis/reading/tokens.js';
import { saysSo, tellsOfSaying } from './said-by.js';

function read(sentence: string): Token[] {
  const tokens = tokenize(sentence);
  tagTokens(tokens);
  quotedSpans(tokens);
  return tokens;
}

function says(sentence: string, speaker: string, ...others: string[]): boolean {
  const spanOf = (words: string): { start: number; end: number } => {
    const start = sentence.indexOf(words);
    return { start, end: start + words.length };
  };
  return saysSo(read(sentence), spanOf(speaker), others.map(spanOf));
}

it.each([
  ['Ada Quill said the fog was thick.', 'Ada Quill'],
  ['Ada Quill has also said the fog was thick.', 'Ada Quill'],
  ['Ada Quill, the harbour master of Elm since 2019, said the fog was thick.', 'Ada Quill'],
  ['“The fog was thick,” said harbour master Ada Quill.', 'Ada Quill'],
  ['“The fog was thick,” Ada Quill told reporters.', 'Ada Quill'],
  ['The fog was thick, according to the harbour master, Ada Quill.', 'Ada Quill'],
  ['Ada Quill: “The fog was thick.”', 'Ada Quill'],
  ['The inquiry will open in May, the ministry said.', 'the ministry'],
])('%s: it is %s who says so', (sentence, speaker) => {
  expect(says(sentence, speaker)).toBe(true);
});

it.each([
  ['“The fog was thick,” Tom Bright told Ada Quill.', 'Ada Quill', 'Tom Bright'],
  ['Tom Bright blamed Ada Quill, officials said.', 'Ada Quill', 'Tom Bright'],
  ['Ada Quill, whom Tom Bright met, said nothing of it.', 'Ada Quill', 'Tom Bright'],
  ['Ada Quill left before Tom Bright said the fog was thick.', 'Ada Quill', 'Tom Bright'],
  ['“Ada Quill said so,” Tom Bright insisted.', 'Ada Quill', 'Tom Bright'],
  ['The pilot of Ada Quill saw nothing.', 'Ada Quill'],
  ['Ada Quill stated by letter: nothing.', 'by letter'],
  ['Tom Bright, a diver, told the Elm Post it was over.', 'the Elm Post', 'Tom Bright'],
  ['A witness from the Port Authority said it was over.', 'Port Authority'],
  ['Ada Quill is said to have seen it.', 'Ada Quill'],
  ['Tom Bright, a diver, said Ada Quill was asleep.', 'Ada Quill', 'Tom Bright'],
  ['For divers, said Ada Quill was the worst of months.', 'Ada Quill'],
  ['Ada Quill never said the fog was thick.', 'Ada Quill'],
])('%s: it is not %s who says so', (sentence, speaker, ...others) => {
  expect(says(sentence, speaker, ...others)).toBe(false);
});

it('hears a verb of saying outside quotation marks only', () => {
  const tells = (sentence: string): boolean => tellsOfSaying(read(sentence));
  expect(tells('“They said so. We had fog.”')).toBe(false);
  expect(tells('“We had fog,” she added.')).toBe(true);
});
