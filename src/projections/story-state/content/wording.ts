const PRONOUN =
  /^(?:he|she|it|they|we|i|you|this|that|these|those|his|her|its|their|there|here|both|some|many|most|others?|such)\b/i;
const CONNECTIVE =
  /^(?:and|but|so|or|yet|also|however|meanwhile|moreover|furthermore|therefore|thus|then|instead|still|despite|regardless|separately|elaborating|earlier|later|in addition|as a result|for example|for instance|at the same time|on the other hand|nevertheless|similarly|besides|because|although|while|when|if)\b/i;
/** "The second one involves …", "the latter would …", "the two sides …": one of those that were told of before. */
const LISTED =
  /^(?:the )?(?:former|latter)\b|^the (?:(?:first|second|third|fourth|last|other)(?: (?:ones?|two|three))?(?= (?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|\w+(?:s|ed))\b)|(?:two|three|four|five)\b)|^another(?= (?:is|was|has|had|will|would)\b)/i;
/**
 * Headlines, captions, credits and datelines that ran into the sentence: "LONDON | Wed 9 June | …", "Harbour to close...
 * The mayor said", "Ann Roe, left, and", "… Orm Images Divers", "… in the storm PORT ELLERY, Velm. -- Divers".
 */
const FURNITURE = new RegExp(
  [
    '\\s\\|\\s',
    '\\S(?:\\.\\.\\.|…) (?=\\p{Lu})',
    '\\((?:[clr]|left|right|cent(?:er|re)|pictured|above|below|(?:picture|image)\\b[^)]*|[^)]{0,40}\\b[Pp]hoto\\b[^)]*)\\)',
    ',\\s(?:(?:bottom|top|far|second) )?(?:left|right|cent(?:er|re)|pictured),',
    '\\p{Lu}\\p{Ll}+ Images \\p{Lu}|\\/(?:AP|AFP|Reuters) \\p{Lu}',
    '\\S \\p{Lu}{4,}[\\p{Lu} ]*, \\p{Lu}\\p{L}+\\.? (?:\\([^)]*\\) )?(?:--|[–—-]) \\p{Lu}',
  ].join('|'),
  'u',
);
/** "Below is a timeline of …", "A summary of events on …", "Page last updated at 9.30": of the page, and not of what happened. */
const ABOUT_THE_PAGE =
  /^(?:(?:below|here|following) (?:is|are)\b|(?:a|the following is a) (?:summary|timeline|chronology|list|look)\b)|\blast updated at \d|\berror occurred while\b|\byour (?:photos|pictures|stories|comments|views) (?:to|on|at|below)\b/i;
/** "… a rig of Orm Oil (ORM.": cut in the middle. */
const OPEN_BRACKET = /\([^)]*$/;
const OPEN_QUOTE = /“[^”]*$/;
const ABRUPT = /(?:[:,;–—-]|\.\.\.|…)$/;

/** Whether a statement is of one out of several that only the text before it names. */
export const leansOnList = (text: string): boolean => LISTED.test(text);

/**
 * How well a sentence reads on its own, 0.4..1: whole, of a readable length, naming who acts, and leaning on no sentence
 * before it.
 *
 * @param names how many entities it names
 */
export function wording(text: string, names: number): number {
  let score = 1;
  const bare = text.replace(/^["“‘'(]+/, '');
  if (PRONOUN.test(bare) || leansOnList(bare)) score -= 0.3;
  else if (CONNECTIVE.test(bare)) score -= 0.15;
  if (!/^[\p{Lu}\p{N}]/u.test(bare)) score -= 0.1;
  if (!/[.!?]["”’')]*$/.test(text) || ABRUPT.test(text)) score -= 0.1;
  if (names === 0) score -= 0.2;
  if (text.length < 40 || text.length > 320) score -= 0.15;
  if (/\?["”’')]*$/.test(text)) score -= 0.2;
  if (FURNITURE.test(text) || ABOUT_THE_PAGE.test(bare)) score -= 0.25;
  if (OPEN_BRACKET.test(text)) score -= 0.2;
  if ((text.match(/["“”]/g)?.length ?? 0) % 2 === 1) score -= 0.1;
  return Math.max(0.4, score);
}

/** What a connective joins two clauses with may open a sentence that has both. */
const OPENS_A_CLAUSE =
  /^(?:(?:still|despite|regardless|because|although|while|when|if)\b|(?:earlier|later) \w)/i;
/** "The same day, …", "A day earlier, …", "The mayor also said …": it goes on from a sentence before. */
const GOES_ON =
  /^(?:on )?(?:the|that) (?:(?:same|next|following|previous) )?(?:day|night|morning|evening|afternoon|week|month|year)\b|^(?:an?|two|three|several) (?:hours?|days?|weeks?|months?|years?) (?:earlier|later|before)\b|^(?:\S+ ){1,5}also\b|\bof (?:those|these|them)\b(?! who| that)|\bas well(?=[.,;])|^in a related\b/i;

/** Nobody answered: no news. */
const NO_ANSWER =
  /\b(?:declin\w+ to (?:comment|say|speak)|refus\w+ to comment|(?:not|n['’]t) (?:immediately |be )?(?:respond|reply|available for comment|reached)|no comment)\b/i;

/** Whether a sentence can stand in a summary. */
export function standsAlone(text: string): boolean {
  const bare = text.replace(/^["“‘'(]+/, '');
  if (OPEN_QUOTE.test(text) || GOES_ON.test(bare) || NO_ANSWER.test(text)) return false;
  if (CONNECTIVE.test(bare) && !OPENS_A_CLAUSE.test(bare)) return false;
  return wording(text, 1) >= 0.85;
}
