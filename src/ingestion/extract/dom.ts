import { parseHTML } from 'linkedom';

/** The few parts of the DOM that extraction uses; the project is built without the browser's type library. */
export interface PageNode {
  readonly nodeType: number;
  readonly childNodes: Iterable<PageNode>;
  textContent: string | null;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly id: string;
  readonly parentElement: PageElement | null;
  getAttribute(name: string): string | null;
  removeAttribute(name: string): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  contains(node: PageNode): boolean;
  remove(): void;
}

export interface Page extends PageElement {
  readonly documentElement: PageElement | null;
  readonly body: PageElement | null;
}

/** Parses HTML without running scripts or loading anything. A fragment is taken for a page's body. */
export function parsePage(html: string): Page {
  return parseHTML(asDocument(html)).document as unknown as Page;
}

/** linkedom builds no `<html>` or `<body>` that is not written, and finds nothing in a page without them. */
function asDocument(html: string): string {
  if (/<body[\s>]/i.test(html)) return /<html[\s>]/i.test(html) ? html : `<html>${html}</html>`;
  const head = /<\/head\s*>/i.exec(html);
  const after = head ?? /<html(?:\s[^>]*)?>/i.exec(html);
  if (!after) return `<!doctype html><html><head></head><body>${html}</body></html>`;
  const at = after.index + after[0].length;
  const document = `${html.slice(0, at)}<body>${html.slice(at)}`;
  return /<html[\s>]/i.test(document) ? document : `<html>${document}</html>`;
}

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;
export const isText = (node: PageNode): boolean => node.nodeType === 3;

export const attribute = (element: PageElement | null, name: string): string | undefined =>
  element?.getAttribute(name)?.trim() || undefined;
