import { Parser } from 'htmlparser2';
import { Problem } from '../../shared/problem.js';

/** Real pages have some 3,000 elements, large ones 20,000; at 50,000 extraction takes seconds. */
const MAX_ELEMENTS = 50_000;
/** Browsers stop nesting at 512; the work on a page grows with the square of its depth. */
const MAX_DEPTH = 512;

/**
 * Refuses pages that would take minutes or all memory, by one cheap pass with the parser that builds the page later
 * (2 ms for 200 kB), so that both see the same nesting.
 *
 * @throws Problem 422
 */
export function checkPageLimits(html: string): void {
  let elements = 0;
  let depth = 0;
  let deepest = 0;
  let attributes = 0;
  const parser = new Parser(
    {
      onopentagname() {
        elements += 1;
        depth += 1;
        deepest = Math.max(deepest, depth);
      },
      onattribute() {
        attributes += 1;
      },
      onclosetag() {
        depth -= 1;
      },
    },
    { lowerCaseTags: true, decodeEntities: false },
  );
  // In pieces, so that a hostile page is dropped at its first excess.
  for (let at = 0; at < html.length; at += 65_536) {
    parser.write(html.slice(at, at + 65_536));
    if (elements > MAX_ELEMENTS || attributes > 5 * MAX_ELEMENTS)
      throw refused(`has more than ${MAX_ELEMENTS} elements`);
    if (deepest > MAX_DEPTH) throw refused(`nests more than ${MAX_DEPTH} elements deep`);
  }
}

function refused(what: string): Problem {
  return new Problem(
    422,
    'html-too-complex',
    'The HTML is too complex to read',
    `The page ${what}. Send the article's text as \`text\`, or only the part of the HTML that holds it.`,
  );
}
