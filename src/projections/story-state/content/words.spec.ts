import fc from 'fast-check';
import { textKey, words } from './words.js';

/** Texts of few letters, so that many differ only in what does not count. */
const anyText = fc
  .array(fc.constantFrom('a', 'B', 's', '7', ' ', ' ', "'", '’', "'s", '.', ',', '-', '“', '”', '\n', 'é'), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

describe('the key of a text', () => {
  it('is the same for the same words, and for them alone', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(textKey(a) === textKey(b)).toBe(words(a).join(' ') === words(b).join(' '));
      }),
      { numRuns: 5_000 },
    );
  });

  it('is the same whether or not the text has letters beyond ASCII', () => {
    expect(textKey('“The mayor’s offer” – of 1,200 homes')).toBe(textKey('the MAYOR offer, of 1,200 homes'));
    expect(textKey('The Cafés closed')).toBe(textKey('the cafes closed'));
    expect(textKey('“The mayor’s offer” – of 1,200 homes, 海')).not.toBe(
      textKey('the mayor offer of 1,200 homes'),
    );
    expect(textKey('Жить у моря')).toBe(textKey('жить, у моря!'));
    expect(textKey('Жить у моря')).not.toBe(textKey('жить у реки'));
  });

  it('has stayed what it was: stored statements are found by it', () => {
    expect(textKey("The harbour's wall fell, officials said on 3 May")).toBe('0de11e0926df4c0f');
    expect(textKey('Жить у моря, 1997')).toBe('ecc97026efd40c54');
    expect(textKey('')).toBe('ab3e7c0b4a216c31');
  });
});
