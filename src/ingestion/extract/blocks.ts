import { isElement, isText, type PageElement, type PageNode } from './dom.js';

/** A paragraph, heading, list item or table row of the article. */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'row';
  readonly text: string;
  /** Characters of `text` that are inside links. */
  readonly linked: number;
}

const BREAKING = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);
const UNREAD = new Set(
  'head title script style noscript template svg math iframe object canvas video audio select button'.split(
    ' ',
  ),
);
const KIND: Readonly<Record<string, Block['kind']>> = {
  h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading', li: 'item', dt: 'item', dd: 'item', tr: 'row',
}; // prettier-ignore

/** The blocks of an element in reading order. Two `<br>` in a row end a paragraph, one ends a line. */
export function blocksOf(root: PageElement): Block[] {
  const blocks: Block[] = [];
  let text = '';
  let linked = 0;
  let kind: Block['kind'] = 'paragraph';

  const flush = (): void => {
    for (const part of text.split(/\n\s*\n/)) {
      const lines = part.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
      const joined = lines.filter((line) => line !== '').join('\n');
      if (joined !== '') blocks.push({ kind, text: joined, linked: Math.min(linked, joined.length) });
    }
    text = '';
    linked = 0;
  };

  // A stack of our own: a page may nest deeper than the call stack is.
  const stack: { node: PageNode; leave: boolean; inLink: boolean; within: Block['kind'] }[] = [
    { node: root, leave: false, inLink: false, within: 'paragraph' },
  ];
  while (stack.length > 0) {
    const { node, leave, inLink, within } = stack.pop()!;
    if (isText(node)) {
      const piece = (node.textContent ?? '').replace(/\s+/g, ' ');
      text += piece;
      if (inLink) linked += piece.trim().length;
      continue;
    }
    if (!isElement(node)) continue;
    const name = node.localName;
    if (UNREAD.has(name)) continue;
    if (name === 'br') {
      text += '\n';
      continue;
    }
    const breaks = BREAKING.has(name);
    if (breaks) flush();
    if (leave) {
      kind = within;
      continue;
    }
    if (name === 'td' || name === 'th') text += ' ';
    const own = breaks ? (KIND[name] ?? within) : within;
    if (breaks) {
      kind = own;
      stack.push({ node, leave: true, inLink, within });
    }
    const children = [...node.childNodes];
    for (let i = children.length - 1; i >= 0; i--) {
      stack.push({ node: children[i]!, leave: false, inLink: inLink || name === 'a', within: own });
    }
  }
  flush();
  return blocks;
}

/** Paragraphs separated by blank lines. */
export const joinBlocks = (blocks: readonly Block[]): string =>
  blocks.map((block) => block.text).join('\n\n');
