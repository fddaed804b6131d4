import { articleKeys, canonicalUrl } from './article-identity.js';

describe('the address of an article', () => {
  it.each([
    ['HTTPS://Ellery.Example:443/Bridge/?utm_source=x&utm_medium=y#top', 'https://ellery.example/Bridge'],
    ['https://ellery.example/bridge?id=7&fbclid=abc', 'https://ellery.example/bridge?id=7'],
    ['https://ellery.example/bridge?b=2&a=1', 'https://ellery.example/bridge?b=2&a=1'],
    ['https://ellery.example/a%20b?q=x+y%20z', 'https://ellery.example/a%20b?q=x+y%20z'],
    ['https://ellery.example', 'https://ellery.example/'],
    ['https://ellery.example./', 'https://ellery.example/'],
    ['http://ellery.example:80/bridge//', 'http://ellery.example/bridge'],
    ['http://ellery.example:8080/bridge', 'http://ellery.example:8080/bridge'],
    ['https://höfen.example/brücke', 'https://xn--hfen-5qa.example/br%C3%BCcke'],
    ['ftp://ellery.example/bridge', undefined],
    ['javascript:alert(1)', undefined],
    ['/bridge', undefined],
    ['https://', undefined],
    ['https://ada:secret@ellery.example/', undefined],
  ])('%s is %s', (text, url) => {
    expect(canonicalUrl(text)).toBe(url);
    if (url) expect(canonicalUrl(url)).toBe(url);
  });

  it('comes before the external id, which is its publisher’s own', () => {
    const keys = articleKeys({
      url: 'https://ellery.example/',
      externalId: '7',
      publisher: 'The Ellery Post',
    });
    expect(keys).toEqual(['url:https://ellery.example/', 'ext:["the ellery post","7"]']);
    expect(articleKeys({ externalId: '7', publisher: 'Another' })).not.toContain(keys[1]);
    // No two pairs have the same key.
    expect(articleKeys({ externalId: 'b"]', publisher: 'a' })).not.toEqual(
      articleKeys({ externalId: ']', publisher: 'a","b' }),
    );
  });

  it('is a key that an index can hold, however long it is', () => {
    const [key] = articleKeys({ url: `https://ellery.example/${'x'.repeat(2000)}`, publisher: 'P' });
    expect(key).toMatch(/^url:sha256:[0-9a-f]{64}$/);
  });
});
