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
  readonly title: string;
}

/** Parses HTML without running scripts or loading anything. */
export function parsePage(html: string): Page {
  return parseHTML(html).document as unknown as Page;
}

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;
export const isText = (node: PageNode): boolean => node.nodeType === 3;

export const attribute = (element: PageElement | null, name: string): string | undefined =>
  element?.getAttribute(name)?.trim() || undefined;
