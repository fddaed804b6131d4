import { ORDINALS } from '../sentence/descriptions.js';

const PRONOUNS = 'it|he|she|they|we|i|you|this|these|those|them|him|her|us|which|whom|whose';
/** "questions that it wants answered": whoever "it" is, the phrase does not say. */
const DANGLING_CLAUSE = new RegExp(`\\s+(?:that|which|who|whom)\\s+(?:${PRONOUNS})\\b.*$`, 'i');
const LOOSE_END = new RegExp(
  `[\\s,]+(?:the|a|an|its|their|his|some|any|of|in|on|at|to|for|from|by|with|into|as|about|after|before|during|since|and|or|but|that|who|where|when|while|is|are|was|were|has|have|had|${PRONOUNS})$`,
  'i',
);
/** "spent in the first [20 days]", "paid at a rate [of $5]": what follows is another number. */
const CUT_SHORT =
  /\s+(?:(?:in|for|over|during|within|after) the (?:first|last|past|next|previous|following)|at an? (?:rate|cost|price|speed|pace|total|average)|(?:in|at|of|on|from|near) (?:the )?\S+['’]s|by the time\b.*)$/i;
const LOOSE_START = /^(?:the|a|an|its|their|his|her|our|some|any|of|all|such|these|those|this|and|or)\s+/i;
const NO_START =
  /^(?:in|on|at|to|for|from|by|with|into|as|about|after|before|during|since|amid|despite|under|over|between|among|it|he|she|they|who|that|which|there|what)\b/i;

const TOWN = '(?:city|town|village|enclave|strip|island|settlement)';
/** "there", "in the city", "in the area": where, for who has read the sentences before. */
const THERE = /\s+there$/i;
const IN_TOWN = new RegExp(
  `\\b(in|into|from|to|of|leave|left|fled|around|outside|near|across|throughout|inside|within) the (?:${TOWN})\\b(?! of\\b|['’]s)`,
  'i',
);
const LEAVING_TOWN = new RegExp(`\\b(?<=left |fled |entered |reached )the ${TOWN}\\b(?! of\\b|['’]s)`, 'i');
const IN_AREA =
  /\b(in|into|from|to|of|around|outside|near|across) the (area|vicinity|region|district)\b(?! of\b|['’]s)/i;

/**
 * Makes the words for what is counted stand on their own: no article before them, no preposition or pronoun left over at
 * their end, and "the city" or "there" named, where it is known which is meant.
 *
 * @param place the place meant by "the city", when asked; undefined when it may be any
 * @returns undefined for what cannot be read alone
 */
export function readablePhrase(phrase: string, place: () => string | undefined): string | undefined {
  let subject = phrase
    .replace(DANGLING_CLAUSE, '')
    .replace(/(?<=\s)(?:The|An?)(?=\s)/g, (article) => article.toLowerCase());
  subject = placed(subject, place);
  for (let before = ''; before !== subject;) {
    before = subject;
    subject = subject.replace(CUT_SHORT, '').replace(LOOSE_END, '').replace(LOOSE_START, '').trim();
  }
  // "money for my foundation": whose, only who speaks knows.
  if (subject === '' || NO_START.test(subject) || /\b(?:my|our|your)\b/i.test(subject)) return undefined;
  return ORDINALS.has(subject.toLowerCase()) ? undefined : subject;
}

/** Whether a phrase says where by a word for a place named before: "there", "in the vicinity". */
export const saysThere = (phrase: string): boolean =>
  // Each of these has the three letters: most phrases are done with at once.
  phrase.includes('the') &&
  (THERE.test(phrase) || IN_TOWN.test(phrase) || LEAVING_TOWN.test(phrase) || IN_AREA.test(phrase));

/** A place that is not known is left out where the rest says enough, and else stands as it was. */
function placed(subject: string, place: () => string | undefined): string {
  if (!saysThere(subject)) return subject;
  const name = place();
  // "people in Elm who fled from the town": it is named.
  if (name !== undefined && subject.includes(name)) return subject.replace(THERE, '');
  if (name === undefined)
    return subject.split(' ').length > 3
      ? subject.replace(/\s+(?:there|in the (?:vicinity|area))$/i, '')
      : subject;
  return subject
    .replace(THERE, ` in ${name}`)
    .replace(IN_TOWN, (_, preposition: string) => `${preposition} ${name}`)
    .replace(LEAVING_TOWN, name)
    .replace(IN_AREA, (_, preposition: string, kind: string) => `${preposition} the ${kind} of ${name}`);
}

/** One space between words, none before a comma or an apostrophe, nothing in brackets, no quotation mark. */
export const tidy = (subject: string): string =>
  subject
    .replace(/-LRB-/g, '(')
    .replace(/-RRB-/g, ')')
    .replace(/\s*\([^()]*\)|[“”"]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s+([,’'])/g, '$1')
    .trim();
