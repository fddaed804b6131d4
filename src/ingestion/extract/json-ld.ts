import type { Page } from './dom.js';

/** What a page says of its article in schema.org terms. */
export interface LinkedData {
  headline?: string;
  authors: string[];
  publisher?: string;
  datePublished?: string;
  url?: string;
  language?: string;
  articleBody?: string;
}

const ARTICLE_TYPE = /(Article|BlogPosting|Report|LiveBlogPosting|ReportageNewsArticle)$/;
const MAX_SCRIPT = 1_000_000;
const MAX_NODES = 20_000;

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads the first schema.org article of the page's JSON-LD; never throws, broken scripts are passed over. */
export function readLinkedData(page: Page): LinkedData {
  const nodes: Json[] = [];
  for (const script of page.querySelectorAll('script[type*="ld+json"]'))
    nodes.push(...objectsIn(script.textContent ?? ''));
  const isArticle = (node: Json): boolean => strings(node['@type']).some((type) => ARTICLE_TYPE.test(type));
  const article = nodes.find((node) => isArticle(node) && node['headline']) ?? nodes.find(isArticle);
  if (!article) return { authors: [] };
  const byId = new Map(nodes.filter((node) => node['name']).map((node) => [node['@id'], node]));
  const resolve = (value: unknown): unknown =>
    isObject(value) && value['name'] === undefined && typeof value['@id'] === 'string'
      ? (byId.get(value['@id']) ?? value)
      : value;
  const names = (value: unknown): string[] =>
    (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => {
      const target = resolve(item);
      return isObject(target) ? strings(target['name']) : strings(target);
    });
  const about = article['mainEntityOfPage'];
  return {
    headline: strings(article['headline'])[0] ?? strings(article['name'])[0],
    authors: names(article['author']),
    publisher: names(article['publisher'])[0],
    datePublished: strings(article['datePublished'])[0],
    url: strings(article['url'])[0] ?? strings(isObject(about) ? about['@id'] : about)[0],
    language: names(article['inLanguage'])[0],
    articleBody: strings(article['articleBody'])[0],
  };
}

/** Every object anywhere in the script, in reading order. */
function objectsIn(script: string): Json[] {
  if (script.length > MAX_SCRIPT) return [];
  let root: unknown;
  try {
    // Raw line ends inside strings and comment or CDATA wrappers are common, and no reason to lose the rest.

    root = JSON.parse(
      script
        .replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\/\/\]\]>)\s*$/g, '')
        .replace(/[\u0000-\u001f]+/g, ' '),
    );
  } catch {
    return [];
  }
  const found: Json[] = [];
  const queue: unknown[] = [root];
  for (let i = 0; i < queue.length && i < MAX_NODES; i++) {
    const value = queue[i];
    if (Array.isArray(value)) {
      for (const item of value) queue.push(item);
    } else if (isObject(value)) {
      found.push(value);
      for (const item of Object.values(value)) if (typeof item === 'object') queue.push(item);
    }
  }
  return found;
}

function strings(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(
    (item): item is string => typeof item === 'string' && item.trim() !== '',
  );
}
