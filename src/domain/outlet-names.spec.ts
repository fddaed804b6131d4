import { sameOutlet } from './outlet-names.js';

test.each([
  ['The Harbour Street Journal (digest)', 'HSJ', true],
  ['Harbour Post', 'The Harbour Post', true],
  ['Harbour Post', 'Harbour Post Weekend', true],
  ['Agence Elm-Presse', 'AEP', true],
  ['Brisk', 'Brisk News', true],
  ['Brisk UK', 'Brisk', true],
  ['ellery.com', 'Ellery', true],
  ['BriskNews.com', 'Brisk News', true],
  ['Brisk Radio Ellery', 'Brisk News', true],
  ['Harbour Post', 'Harbour Echo', false],
  ['The Times', 'The Times of Elm', false],
  ['The News', 'Brisk', false],
])('"%s" and "%s": one outlet is %s', (a, b, same) => {
  expect(sameOutlet(a, b)).toBe(same);
  expect(sameOutlet(b, a)).toBe(same);
});
