const PRONOUN =
  /^(?:he|she|it|they|we|i|you|this|that|these|those|his|her|its|their|there|here|both|some|many|most|others?|such)\b/i;
const CONNECTIVE =
  /^(?:and|but|so|or|yet|also|however|meanwhile|moreover|furthermore|therefore|thus|then|instead|still|despite|regardless|separately|elaborating|earlier|later|in addition|as a result|for example|for instance|at the same time|on the other hand|nevertheless|similarly|besides|because|although|while|when|if)\b/i;
/** "The second one involves …", "the latter would …", "the two sides …": one of those that were told of before. */
const LISTED =
  /^(?:the )?(?:former|latter)\b|^the (?:(?:first|second|third|fourth|last|other)(?: (?:ones?|two|three))?(?= (?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|\w+(?:s|ed))\b)|(?:two|three|four|five)\b)|^another(?= (?:is|was|has|had|will|would)\b)/i;
/** "LONDON | Wed 9 June | …", "Harbour to close... The mayor said": headlines and datelines that ran into the sentence. */
const FURNITURE = /\s\|\s|\S(?:\.\.\.|…) (?=\p{Lu})/u;
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
  if (FURNITURE.test(text)) score -= 0.25;
  if ((text.match(/["“”]/g)?.length ?? 0) % 2 === 1) score -= 0.1;
  return Math.max(0.4, score);
}

/** Whether a sentence can stand in a summary. */
export const standsAlone = (text: string): boolean => wording(text, 1) >= 0.85;
