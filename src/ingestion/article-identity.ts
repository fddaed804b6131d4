import { createHash } from 'node:crypto';

/** Parameters that tell where a reader came from, not what is read. */
const TRACKING =
  /^(?:utm_\w+|(?:fb|g|dc|ms|y|tt|wb|gb|s)clid|fbclid|gclsrc|igshid?|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|oly_(?:anon|enc)_id|vero_id|s_cid|smid|smtyp|cmpid|ns_\w+|at_(?:medium|campaign|custom\d)|__twitter_impression|ref_src|ref_url|guccounter)$/i;

/** Longer keys are hashed: an index entry of Postgres holds no more than 2,700 bytes. */
const MAX_KEY = 1_000;

/**
 * The form of an address in which two that lead to the same page are equal: host in lower case, no default port, no
 * fragment, no tracking parameters, no slash at the end of the path. http and https stay apart.
 *
 * @returns `undefined` for what is no http(s) address, and for one with a user name in it
 */
export function canonicalUrl(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.hostname === '') return undefined;
  url.hash = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  const tracking = [...new Set(url.searchParams.keys())].filter((name) => TRACKING.test(name));
  // Left alone where nothing has to go: rewriting the query would write its escapes anew.
  for (const name of tracking) url.searchParams.delete(name);
  if (url.pathname !== '/') url.pathname = url.pathname.replace(/\/+$/, '') || '/';
  return url.href.replace(/\?$/, '');
}

/**
 * The keys under which an article is found again, the one that gives it its id first. An external id is unique within
 * its publisher.
 */
export function articleKeys(article: { url?: string; externalId?: string; publisher: string }): string[] {
  const keys: string[] = [];
  if (article.url !== undefined) keys.push(`url:${article.url}`);
  if (article.externalId !== undefined)
    keys.push(`ext:${JSON.stringify([article.publisher.toLowerCase(), article.externalId])}`);
  return keys.map((key) =>
    key.length <= MAX_KEY
      ? key
      : `${key.slice(0, 4)}sha256:${createHash('sha256').update(key).digest('hex')}`,
  );
}
