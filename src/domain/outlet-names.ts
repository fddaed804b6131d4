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
    (long.length === 2 && long[0] === short[0] && EDITIONS.has(long[1]!))
  );
}

/** An outlet's editions and channels: "Reuters UK", "Axios AM". */
const EDITIONS = new Set(
  'uk us am pm tv online digital world international arabic english weekly sunday'.split(' '),
);

function outletWords(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}|\([^)]*\)/gu, '')
    .toLowerCase()
    .replace(/\.(?:com|org|net|co\.\w+)\b/g, ' ')
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'the' && word !== 'news');
}
