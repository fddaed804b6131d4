/**
 * Whether two names are one outlet's: "The Wall Street Journal", "Wall Street Journal" and "WSJ" are. What stands in
 * brackets is no part of a name. "The Times" and "The Times of Elm" are two.
 */
export function sameOutlet(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = [outletWords(a), outletWords(b)].sort((x, y) => x.length - y.length) as [
    string[],
    string[],
  ];
  if (short.length === 0) return false;
  if (short.length === long.length || short.length > 1) return short.every((word, i) => word === long[i]);
  return (
    short[0] === long.map((word) => word[0]).join('') ||
    (long[0] === short[0] && (BROADCASTS.has(long[1]!) || (long.length === 2 && EDITIONS.has(long[1]!))))
  );
}

/** What an outlet has besides, with names of their own: "NHK Radio Japan". */
const BROADCASTS = new Set('radio television tv'.split(' '));

/** An outlet's editions and channels: "Reuters UK", "Axios AM". */
const EDITIONS = new Set(
  'uk us am pm online digital world international arabic english weekly sunday'.split(' '),
);

/** The words that tell an outlet's name from others', in lower case. */
export function outletWords(name: string): string[] {
  return (
    name
      .normalize('NFD')
      .replace(/\p{M}|\([^)]*\)/gu, '')
      .toLowerCase()
      .replace(/\.(?:com|org|net|co\.\w+)\b/g, ' ')
      .replace(/['’]/g, '')
      .split(/[^\p{L}\p{N}]+/u)
      // "BriskNews.com"
      .map((word) => word.replace(/news$/, ''))
      .filter((word) => word !== '' && word !== 'the')
  );
}
