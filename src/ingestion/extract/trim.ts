import type { Block } from './blocks.js';

/** A block that is one of these as a whole is no prose wherever it stands. Each is linear: anchored, no nested repeats. */
const NEVER_PROSE: readonly RegExp[] = [
  /^(?:advertisement|sponsored|skip to (?:main )?content|loading\b.{0,20}|share(?: this.{0,30})?|print|comments?|subscribe|sign (?:in|up)|learn more|getty images|file photo|highlights)[.:…]?$/i,
  /^(?:story|article) continues below\b|^continue reading below\b|^media playback is unsupported\b/i,
  /^(?:image|media|photo|picture)s? ?(?:copyright|caption|credit|source)\b/i,
  /^(?:photo|image|picture|credit|foto|bild)s?(?: credit)?: .{0,200}$/i,
  /^(?:read|see|watch|listen|hear|learn|find out) (?:more|next|also|now|it|here)\b.{0,160}$/i,
  /^(?:related|also read|read also|more|don['’]t miss|must read|recommended|watch|video|listen|subscribe|lire aussi|lesen sie auch|leia também|lee también|leggi anche)(?: (?:stories|articles|story|article|coverage|content|links|topics|posts))?:.{0,200}$/i,
  /^click (?:here|below)\b.{0,160}$/i,
  /^(?:©|copyright\b|\(c\) ?\d{4}).{0,300}$/i,
  /^.{0,120}\ball rights reserved\b.{0,120}$/i,
  /^(?:(?:last )?updated|(?:first )?published|posted|date)(?: on)?:? .{0,60}\d{4}.{0,40}$/i,
  /^(?:this (?:post|article|page) (?:may contain|contains) affiliate).{0,300}$/i,
  /^\d{1,3} ?(?:min(?:ute)?s?)(?: read)?$/i,
  /^via [\w.]+$/i,
  // a caption with its credit at the end
  /^.{0,400}\((?:(?:photo|image|picture|credit|source|file|foto)\b[^()]{0,80}|[^()]{0,60}(?:\bphoto\b|\/ ?(?:ap|afp|reuters|epa|getty|shutterstock|bloomberg))[^()]{0,60})\)$/i,
];

/** Opens a list of what else there is; the list goes with it. */
const ELSEWHERE =
  /^(?:you (?:may|might) (?:also )?(?:like|be interested).{0,30}|more (?:from|on|in|about|great|news|stories|coverage)\b.{0,40}|related\b.{0,40}|recommended\b.{0,40}|read (?:more|next|also)\b.{0,40}|see also\b.{0,20}|also (?:read|see)\b.{0,20}|don['’]t miss\b.{0,20}|most (?:read|popular|viewed)\b.{0,20}|trending\b.{0,20}|popular\b.{0,30}|latest\b.{0,30}|what to read next|recent (?:articles|posts|news)|about the authors?|comments?|further reading|top stories|editor['’]?s['’]? (?:picks?|choice))[:.…]*$/i;

/** How an article ends beyond its last sentence. */
const CLOSING: readonly RegExp[] = [
  /^\W{0,3}(?:additional )?(?:reporting|writing|editing|compiled|edited|reported|written) by [A-Z].{0,400}$/i,
  /^.{0,300}\bcontributed (?:to this|reporting)\b.{0,80}$/i,
  /^(?:follow|like|find|join|contact|email|reach|listen to|watch)\b.{0,120}\b(?:twitter|facebook|instagram|youtube|telegram|whatsapp|linkedin|us at|podcast|coverage|here)\b.{0,120}$/i,
  /^(?:subscribe|sign up|get the latest|get our|want more|have a tip|got a tip|do you have|if you enjoyed|support our|download our|join our)\b.{0,300}$/i,
  /^.{0,160}\b(?:may|can) be reached at\b.{0,200}$/i,
  /^(?:this (?:story|article|post|column|piece|report) (?:was|has been|is) (?:originally|first|republished|provided|produced|part of)).{0,300}$/i,
  /^(?:note|disclaimer|citation|this document is subject to|the views expressed|the opinions expressed|opinions expressed)\b.{0,400}$/i,
];

/** A headline with more of the text before it than this is one that the text repeats. */
const MOST_BEFORE = 0.25;

const DATE_ONLY =
  /^(?:[\p{L}]{2,10}[.,]? ){0,2}\d{1,4}(?:st|nd|rd|th)?[.,/ -].{0,12}\d{2,4}(?:[ ,|–-]*.{0,30})$/u;

export interface TrimHints {
  readonly title?: string;
  readonly byline?: string;
}

/** Drops what remains of the page around the article: headline, byline and date before it, teasers and pleas after it. */
export function trim(blocks: readonly Block[], hints: TrimHints): Block[] {
  const kept = fromHeadline(withoutLists(blocks.filter((block) => !isFurniture(block))), hints.title);
  let start = 0;
  while (start < kept.length && start < 8 && isHead(kept[start]!, hints)) start += 1;
  let end = kept.length;
  while (end > start + 1 && end > kept.length - 12 && isTail(kept[end - 1]!, hints)) end -= 1;
  return kept.slice(start, end);
}

function isFurniture(block: Block): boolean {
  if (!/[\p{L}\p{N}]/u.test(block.text)) return true;
  if (NEVER_PROSE.some((pattern) => pattern.test(block.text))) return true;
  const { text } = block;
  const [head = '', ...rest] = text.split('\n');
  if (rest.length > 0 && ELSEWHERE.test(head) && block.linked > text.length / 2) return true;
  // A headline set in capitals that is nothing but a link leads elsewhere.
  return block.kind !== 'item' && isLinks(block) && text.length > 12 && isShouted(text);
}

const isTeaser = (block: Block): boolean =>
  isLinks(block) || (block.kind === 'item' && block.linked > 0 && block.text.length < 200);
const isLinks = (block: Block): boolean => block.linked >= 0.8 * block.text.replaceAll(/\s/g, '').length;

/** Removes each "More from …" with the teasers under it. */
function withoutLists(blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  for (let i = 0; i < blocks.length; i++) {
    if (!ELSEWHERE.test(blocks[i]!.text)) {
      kept.push(blocks[i]!);
      continue;
    }
    let next = i + 1;
    while (next < blocks.length && isTeaser(blocks[next]!)) next += 1;
    if (next === i + 1 && blocks[i]!.kind !== 'heading' && blocks[i]!.text.length > 40) kept.push(blocks[i]!);
    i = next - 1;
  }
  return kept;
}

/** An article whose headline stands in its text begins there; menus and pleas come before it. */
function fromHeadline(blocks: readonly Block[], title: string | undefined): readonly Block[] {
  const headline = title ? blocks.findIndex(({ text }) => same(text, title)) : -1;
  const length = (of: readonly Block[]): number => of.reduce((sum, { text }) => sum + text.length, 0);
  return length(blocks.slice(0, Math.max(0, headline))) < MOST_BEFORE * length(blocks)
    ? blocks.slice(headline + 1)
    : blocks;
}

function isHead(block: Block, { title, byline }: TrimHints): boolean {
  const { text } = block;
  if (title && same(text, title)) return true;
  if (text.length > 160) return false;
  if (byline && sameName(text, byline)) return true;
  if (/^by:? /i.test(text) && text.length < 100 && !/[.!?]$/.test(text)) return true;
  return DATE_ONLY.test(text);
}

function isTail(block: Block, { byline }: TrimHints): boolean {
  const { text } = block;
  if (CLOSING.some((pattern) => pattern.test(text))) return true;
  if (ELSEWHERE.test(text)) return true;
  if (block.kind === 'heading' || (isLinks(block) && !/^https?:/.test(text))) return true;
  const name = byline?.split(/,| and /)[0]?.trim();
  // "Jane Roe covers Congress for …"
  return Boolean(
    name &&
    name.length > 4 &&
    text.length < 600 &&
    text.toLowerCase().startsWith(name.toLowerCase()) &&
    !/["“”]/.test(text) &&
    /^\S*\s?(?:is|has|covers|writes|joined|was|can|,)/.test(text.slice(name.length).trimStart()),
  );
}

function isShouted(text: string): boolean {
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  const large = text.match(/\p{Lu}/gu)?.length ?? 0;
  return large > 8 && large >= 9 * small;
}

const letters = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const same = (a: string, b: string): boolean => letters(a) === letters(b);
const sameName = (text: string, byline: string): boolean =>
  letters(text).replace(/^by /, '') === letters(byline);
