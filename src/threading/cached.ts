/** So many words a cache keeps before it begins anew: a hostile stream of new words must not grow the process. */
const MOST = 50_000;

/** What is made of a word, made once. */
export function cached<T>(make: (word: string) => T): (word: string) => T {
  const cache = new Map<string, T>();
  return (word) => {
    const known = cache.get(word);
    if (known !== undefined) return known;
    const made = make(word);
    if (cache.size >= MOST) cache.clear();
    cache.set(word, made);
    return made;
  };
}
