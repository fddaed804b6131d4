import { Problem } from '../../shared/problem.js';
import { extractArticle } from './extract.js';
import { trim } from './trim.js';

const PROSE = [
  'The harbour board of Port Ellery voted on Tuesday to close the old swing bridge for eleven weeks, the longest closure since it opened.',
  'Engineers found cracks in four of the six bearings during an inspection in March, and the board was told that waiting until winter would double the cost.',
  '“We would rather lose one summer than lose the bridge,” said Dana Whitlock, who chairs the board, after the meeting.',
  'Ferries will carry passengers but no lorries, and the board expects some 1,400 vehicles a day to go round by Marram, which takes forty minutes.',
];

const page = ({ head = '', before = '', within = '', after = '' } = {}): string => `<!doctype html>
<html lang="en-GB"><head><title>Bridge to close for eleven weeks | The Ellery Post</title>${head}</head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<main><article>${before}<h1>Bridge to close for eleven weeks</h1>
${PROSE.slice(0, 2)
  .map((text) => `<p>${text}</p>`)
  .join('\n')}
${within}
${PROSE.slice(2)
  .map((text) => `<p>${text}</p>`)
  .join('\n')}${after}</article></main>
<footer>© 2024 The Ellery Post. All rights reserved.</footer></body></html>`;

describe('extracting the text', () => {
  it('gives the paragraphs, separated by blank lines', () => {
    expect(extractArticle(page()).text).toBe(PROSE.join('\n\n'));
  });

  it.each([
    [
      'a caption',
      '<figure><img src="b.jpg"><figcaption>The bridge at dusk. Photo: R. Lund</figcaption></figure>',
    ],
    ['a caption in a paragraph', '<p>The bridge at dusk on Monday (Photo: R. Lund/Post)</p>'],
    [
      'a newsletter box',
      '<div class="newsletterSignup"><p>Get our morning briefing in your inbox, every day but Sunday, for free.</p></div>',
    ],
    [
      'related headlines',
      '<div class="related-stories"><h3>More from Ellery</h3><ul><li><a href="/a">Council budget passes after a long night</a></li></ul></div>',
    ],
    ['a pull quote', '<aside class="pullquote">We would rather lose one summer than lose the bridge</aside>'],
    [
      'a plea between paragraphs',
      '<p><a href="/x">READ MORE: Why the old bridge matters to Marram and its farms</a></p>',
    ],
    ['an advertisement', '<div class="ad-slot"><p>Advertisement</p></div>'],
  ])('leaves out %s', (_, within) => {
    expect(extractArticle(page({ within })).text).toBe(PROSE.join('\n\n'));
  });

  it('leaves out what follows the last sentence', () => {
    const after =
      '<p>Reporting by Ada Quill; editing by Tom Reed</p><p>Follow us on Twitter @ellerypost</p>' +
      '<h3>You may also like</h3><ul><li><a href="/b">Ferry fares frozen until spring next year</a></li></ul>';
    expect(extractArticle(page({ after })).text).toBe(PROSE.join('\n\n'));
  });

  it('begins behind the headline, whatever menus come before it', () => {
    const title = 'Bridge to close for eleven weeks';
    const menu = ['Harbour', 'Markets', 'Letters'].map((text) => ({ kind: 'item' as const, text, linked: text.length })); // prettier-ignore
    const lines = ['Enter your address to set up alerts.', title, ...PROSE].map((text) => ({ kind: 'paragraph' as const, text, linked: 0 })); // prettier-ignore
    expect(trim([...menu, ...lines], { title }).map(({ text }) => text)).toEqual(PROSE);
    // A headline that the end of the text repeats is not its beginning.
    const repeated = [...lines.slice(2), lines[1]!];
    expect(trim(repeated, { title }).map(({ text }) => text)).toEqual([...PROSE, title]);
  });

  it('keeps a quoted post and a table, whatever their boxes are called', () => {
    const within =
      '<div class="social-media-embed"><blockquote class="twitter-tweet"><p>The bridge closes on 3 June. Ferries every half hour from the north quay.</p></blockquote></div>' +
      '<table><tr class="player-1"><td>Lorries</td><td>310</td></tr><tr class="player-2"><td>Cars</td><td>1,090</td></tr></table>';
    const { text } = extractArticle(page({ within }));
    expect(text).toContain('Ferries every half hour');
    expect(text).toContain('Cars 1,090');
  });

  it('does not take a name that every paragraph bears for furniture', () => {
    const html = page().replaceAll('<p>', '<p class="article-date-text">');
    expect(extractArticle(html).text).toBe(PROSE.join('\n\n'));
  });

  it('reads a fragment without <html> or <body>', () => {
    expect(extractArticle(PROSE.map((text) => `<p>${text}</p>`).join('')).text).toBe(PROSE.join('\n\n'));
  });

  it('takes the stated text when the page shows its own only by script', () => {
    const stated = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Bridge',
      articleBody: PROSE.join('\n'),
    });
    const html = `<html><head><script type="application/ld+json">${stated}</script></head><body><div id="app"></div></body></html>`;
    expect(extractArticle(html).text).toBe(PROSE.join('\n\n'));
  });
});

describe('hostile pages', () => {
  it.each([
    ['nested 100,000 deep', '<div>'.repeat(100_000) + PROSE.join()],
    ['of 60,000 elements', '<p>' + '<i>a</i>'.repeat(60_000)],
    ['of nothing', ''],
    ['of no HTML', '<<<>>><p <p<div a=b c="<p>'],
    ['of one unclosed comment', '<!--'.repeat(1000)],
    ['of text by script alone', '<html><body><script>document.write("x")</script></body></html>'],
  ])('a page %s is a problem that says what to do', (_, html) => {
    expect(() => extractArticle(html)).toThrow(Problem);
    expect(() => extractArticle(html)).toThrow(/`text`/);
  });
});
