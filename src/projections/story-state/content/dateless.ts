const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const WHOLE_MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const NUMBER = '\\d{1,2}(?:st|nd|rd|th)?';
const YEAR = '(?:19|20)\\d\\d';
const PART = '(?:night|morning|afternoon|evening)';
const UNIT = `(?:week|weekend|month|year|spring|summer|autumn|winter|${PART})`;
const OWN = "(?:['’]s)?";

/** "March 3, 2031", "in June", "on Friday": the capital tells them from marching and from what may be. */
const NAMED_DATES = new RegExp(
  [
    `\\b${MONTH} ${NUMBER}(?:,? ${YEAR})?\\b`,
    `\\b${NUMBER}(?: of)? ${MONTH}(?:,? ${YEAR})?(?![\\p{L}\\p{N}])`,
    `\\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ast|[Tt]his|[Nn]ext|[Ee]arly|[Ll]ate) ${WHOLE_MONTH}(?: ${YEAR}\\b|\\b(?! \\p{Lu}))`,
    `\\b${WHOLE_MONTH} ${YEAR}\\b`,
    `\\b${WEEKDAY}${OWN}(?: ${PART})?\\b`,
  ].join('|'),
  'gu',
);

/** "Yesterday evening", "late last week", "two days later", "9.30 am GMT". */
const RELATIVE_DATES = new RegExp(
  [
    `\\b(?:today|yesterday|tomorrow|tonight)${OWN}(?: ${PART})?\\b`,
    `\\b(?:(?:early|late|earlier|later) )?(?:last|this|next|the past|the same) ${UNIT}${OWN}\\b`,
    '\\b(?:\\d+|an?|one|two|three|four|five|six|several|a few) (?:days?|weeks?|months?|years?) (?:ago|earlier|later|before)\\b',
    '\\b\\d{1,2}[.:]\\d\\d(?: ?[ap]\\.?m\\b\\.?)?(?: (?:gmt|utc|[a-z]{1,2}[sd]t)\\b)?',
    '\\b\\d{1,2} ?[ap]\\.?m\\b\\.?',
  ].join('|'),
  'giu',
);

/** A text without its dates and times of day: they say when, and not what, something happened. */
export function withoutDates(text: string): string {
  return text.replace(NAMED_DATES, ' ').replace(RELATIVE_DATES, ' ');
}
