import { extent, words, type Complement } from '../sentence/complement-words.js';
import { STATIVE_VERBS } from '../lexicon/events.js';
import { isDemonym } from '../lexicon/places.js';
import { ROLE_NOUNS, UNNAMED_PEOPLE } from '../lexicon/roles.js';
import { isSpeechVerb } from '../lexicon/speech.js';
import { written, type Parsed } from '../sentence/parse.js';
import type { Token } from '../reading/tokens.js';
import type { VerbGroup } from '../sentence/verbs.js';

const TELLING_STATES =
  /^(?:live|lived|support|supports|supported|oppose|opposes|opposed|believe|believed|favor|favored|favour|favoured|want|wanted|prefer|preferred|lack|lacked|need|needed|work|worked|own|owned)$/;
const GUESSES = /^(?:estimated|believed|thought|said|reported|known|feared)$/;

/** "200 people were killed in the blast" counts people killed in the blast. */
export function predicate(
  parsed: Parsed,
  verb: VerbGroup,
  counted: Token,
  text: string,
  at = 0,
): Complement | undefined {
  const { tokens, clauses, dates } = parsed;
  const head = tokens[verb.head]!.lower;
  if (GUESSES.test(head) && tokens[verb.to]?.lower === 'to') {
    // "people estimated to be sheltering": the estimate is not what they do.
    const doing = clauses.find((clause) => clause.verb.from >= verb.to)?.verb;
    if (doing) {
      const is = tokens[doing.head]!.lower === 'be';
      const did = tokens.findIndex(({ lower }, i) => i >= verb.to && i <= doing.head && lower === 'have');
      const rest = words(
        parsed,
        is ? doing.to : did === -1 ? doing.head : did,
        extent(parsed, doing.to, 8),
        text,
      );
      const base = tokens[doing.head - 1]?.lower === 'to' && !is && did === -1;
      return rest && (base || (did !== -1 && !is))
        ? { words: `${isPeople(counted) ? 'who' : 'that'} ${rest.words}` }
        : rest;
    }
  }
  // "40 wells now being drilled are due": the sentence's own verb follows.
  const ends = clauses.some((clause) => clause.verb.from === verb.to && clause.verb.tense !== 'none');
  const to = ends ? verb.to : extent(parsed, verb.to, 8);
  const rest = to > verb.to ? ` ${written(text, tokens, verb.to, to)}` : '';
  // "families who requested “quiet”": what they requested is cut off.
  const cut = tokens[verb.to];
  if (
    !rest &&
    cut &&
    !verb.passive &&
    (cut.type === 'open' || cut.type === 'number' || /^(?:NUM|DET|ADJ|PRON)$/.test(cut.tag))
  )
    return undefined;
  if (verb.tense === 'none' && tokens[verb.from]!.lower === 'to') return undefined;
  if (verb.negated && verb.tense !== 'none')
    return {
      words: `${isPeople(counted) ? 'who' : 'that'} ${written(text, tokens, verb.from, verb.to)}${rest}`,
    };
  // "40 litres could have been spilled": nobody says they were.
  const ahead = verb.tense === 'modal' || verb.tense === 'future';
  if (verb.passive && ahead && !verb.negated)
    return { words: `${isPeople(counted) ? 'who' : 'that'} ${verbWords(parsed, verb, text)}${rest}` };
  if (verb.passive || verb.progressive || verb.tense === 'none') return { words: `${head}${rest}` };
  if (isSpeechVerb(head) && verb.tense !== 'past') return undefined;
  if (/^(?:is|are|was|were)$/.test(head)) {
    const kind = isDemonym(tokens[verb.to]?.text ?? '')
      ? `${isPeople(counted) ? 'who' : 'that'} ${head}`
      : '';
    return rest && tokens[verb.to]!.tag !== 'DET' ? { words: `${kind}${rest}`.trim() } : undefined;
  }
  // "residents would be eligible"
  if (head === 'be' && rest && tokens[verb.to]!.tag !== 'DET')
    return { words: `${isPeople(counted) ? 'who' : 'that'} ${verbWords(parsed, verb, text)}${rest}` };
  // "seats remained for the show" tells of seats, "remain closed" another's way.
  const remaining = /^remain(?:s|ed)?$/.test(head) && tokens[verb.to]?.tag === 'ADP';
  if (STATIVE_VERBS.has(head) && !remaining && !TELLING_STATES.test(head)) return undefined;
  const byWhom = tokens[verb.to]?.lower === 'by' && !dates.some(({ from }) => from === verb.to + 1);
  const followed =
    tokens[verb.to] === undefined ||
    /^(?:ADP|SCONJ|CCONJ|ADV)$/.test(tokens[verb.to]!.tag) ||
    tokens[verb.to]?.type !== 'word';
  // "people left homeless"
  const bereft = head === 'left' && tokens[verb.to]?.tag === 'ADJ';
  // "there were 40 cases reported worldwide": no case reports anything.
  const logged =
    verb.ambiguous &&
    LOGGED.test(head) &&
    !isPeople(counted) &&
    (followed || /^(?:worldwide|nationwide|statewide)$/.test(tokens[verb.to]!.lower));
  const reduced =
    bereft ||
    logged ||
    (verb.ambiguous &&
      verb.tense === 'past' &&
      !INTRANSITIVE.test(head) &&
      ((tokens[verb.to]?.tag === 'ADP' &&
        clauses.some(
          (later) => later.verb.from >= verb.to && later.verb.tense !== 'none' && later.kind === 'main',
        )) ||
        (followed && (SUFFERED.test(head) || byWhom || isObject(parsed, at)))));
  return {
    words: `${reduced ? '' : isPeople(counted) ? 'who ' : 'that '}${verbWords(parsed, verb, text)}${rest}`,
  };
}

/** Nothing of this can be done to anybody. */
const INTRANSITIVE =
  /^(?:died|perished|lived|resided|arrived|remained|marched|protested|gathered|rallied|voted|attended|participated|starved|drowned)$/;

/** What is done to people and nothing that they do: "23 people injured in the crash". */
const SUFFERED =
  /^(?:killed|injured|wounded|displaced|arrested|detained|captured|kidnapped|abducted|jailed|imprisoned|evacuated|rescued|trapped|stranded|infected|diagnosed|affected|sickened|quarantined|exposed|vaccinated|employed|enrolled|registered|looted|shot|hit|hospitali[sz]ed|destroyed|damaged|flattened|counted|confirmed|seized|conducted|accused|charged|convicted|suspected|surveyed|polled|interviewed|linked|attributed|blamed)$/;

/** What is done to papers, cases and claims: "295 claims received". */
const LOGGED = /^(?:reported|received|filed|recorded|submitted|lodged|logged|returned|issued)$/;

/** "overrates the danger of the [four brigades left in Elm]": what stands behind another verb or its preposition does nothing. */
function isObject({ tokens, clauses }: Parsed, at: number): boolean {
  let from = at - 1;
  while (from > 0 && /^(?:DET|ADJ|PRON|PART)$/.test(tokens[from]?.tag ?? '')) from -= 1;
  // "to protect the 40 children caught in the storm", "there were 40 cases reported"
  const object = clauses.some(
    ({ verb: { head } }) =>
      head === from && !isSpeechVerb(tokens[head]!.lower) && !STATIVE_VERBS.has(tokens[head]!.lower),
  );
  if (at > 0 && (object || (tokens[from]?.tag === 'AUX' && tokens[from - 1]?.lower === 'there'))) return true;
  if (at === 0 || tokens[from]?.tag !== 'ADP') return false;
  if (/^(?:of|from|by|with|to|into)$/.test(tokens[from]!.lower)) return true;
  return clauses.some(
    ({ verb }) =>
      verb.head < from &&
      from - verb.head < 8 &&
      !tokens.slice(verb.to, from).some(({ type, tag }) => type !== 'word' || tag === 'SCONJ'),
  );
}

const verbWords = ({ tokens }: Parsed, { from, to }: VerbGroup, text: string): string =>
  tokens
    .slice(from, to)
    .filter((token) => token.tag !== 'ADV')
    .map((token) => text.slice(token.start, token.end))
    .join(' ');

const PEOPLE =
  /^(?:civilians|hostages|captives|refugees|migrants|protesters|prisoners|detainees|fighters|militants|children|\w*women|\w*men|voters|passengers|patients|families|soldiers|troops|respondents|adults|students|victims|viewers|customers|shoppers|users|visitors|readers|pupils|players|fans|drivers|buyers|owners|homeowners|subscribers|tourists|inmates|girls|boys|babies|teenagers|sailors|crew|guards)$/;

export const isPeople = ({ text, lower }: Token): boolean =>
  isDemonym(text) ||
  UNNAMED_PEOPLE.has(lower) ||
  ROLE_NOUNS.has(lower.replace(/s$/, '')) ||
  PEOPLE.test(lower);
