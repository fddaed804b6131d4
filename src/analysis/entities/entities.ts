import type { AnalyzedEntity, Span } from '../../domain/statements.js';
import {
  addTo,
  isPeopleOf,
  newGroup,
  settledType,
  weighNeighbours,
  weighShortForms,
  type Group,
} from './entity-groups.js';
import { mergeGroups } from './entity-merging.js';
import { GIVEN_NAMES } from '../lexicon/given-names.js';
import { ORGANISATION_CUES } from '../lexicon/organisations.js';
import { countryNamed, isKnownPlace, PLACE_CUES } from '../lexicon/places.js';
import { nameWords } from './name-forms.js';
import { findNames, type NameCandidate } from './names.js';
import type { Reading } from '../reading/reading.js';
import { roleOf } from './roles.js';
import { isThing } from './things.js';

/** A mention of an entity, by token indexes of one sentence; `to` is exclusive. */
export interface Mention extends Span {
  readonly entity: number;
  readonly from: number;
  readonly to: number;
}

export interface Entities {
  readonly list: readonly AnalyzedEntity[];
  /** Mentions in each sentence, in order. */
  readonly bySentence: readonly (readonly Mention[])[];
  /** Indexes of organisations that are only ever named as a place where something was said or reported. */
  readonly outlets: ReadonlySet<number>;
}

/** More names than this are a list or a table: the rest is not looked at, so that merging stays cheap. */
const MOST_GROUPS = 400;

/**
 * The people, organisations and places of a report, one each: "Ann Roe", "Roe" and "Mr. Roe" are one person, "NWA" is
 * the "Northern Water Agency" that was spelt out, "U.S." is the United States.
 *
 * @param language ISO 639 code of the text's language: English rules are only asked where they hold
 */
export function findEntities(reading: Reading, language = 'en'): Entities {
  const { text, input } = reading;
  const groups = new Map<string, Group>();
  for (const candidate of findNames(reading)) {
    const written = writtenForm(text, candidate);
    const country = countryNamed(written);
    const key = country ? country.toLowerCase() : nameWords(written).join(' ');
    if (key === '' || isLoneCue(candidate)) continue;
    let group = groups.get(key);
    if (!group) {
      if (groups.size >= MOST_GROUPS) continue;
      group = newGroup(country ?? written, candidate.type ?? 'organisation');
      groups.set(key, group);
    }
    addTo(group, candidate, written);
    const role = roleOf(candidate, text);
    if (role && (candidate.type === 'person' || candidate.type === undefined)) group.roles.push(role);
  }
  const all = [...groups.values()].filter((group) => !isPeopleOf(group, groups));
  for (const group of all) group.type = settledType(group);
  weighNeighbours(all, reading);
  weighShortForms(all, groups);
  for (const group of all) group.type = settledType(group);
  const merged = mergeGroups(all);
  return assemble(
    reading,
    merged.filter(
      (group) =>
        !isPublisherOnly(group, input.publisher) &&
        !(language === 'en' && isThing(group)) &&
        !(language === 'de' && isGermanNoun(group)),
    ),
  );
}

const writtenForm = (text: string, { sentence, from, to }: NameCandidate): string =>
  text.slice(sentence.tokens[from]!.start, sentence.tokens[to - 1]!.end).replace(/\s+/g, ' ');

/** "Elm Beach, Ala.": the town is the place. */
const STATES =
  /^(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.$/;

/** "the Council", "the Strip", a lone initial: part of some name said in full elsewhere, nothing by itself. */
function isLoneCue({ sentence, from, to }: NameCandidate): boolean {
  if (to - from > 1) return false;
  const { text, lower } = sentence.tokens[from]!;
  if (/^\p{Lu}\.?$/u.test(text)) return true;
  if (/^(?:inc|llc|ltd|plc|corp|co)$/.test(lower) || (text.endsWith('.') && STATES.test(text))) return true;
  return (ORGANISATION_CUES.has(lower) || PLACE_CUES.has(lower)) && !/^\p{Lu}{2,}$/u.test(text);
}

/** The publisher's name on its own page is no news, unless the report is about it: named again and again. */
const isPublisherOnly = (group: Group, publisher: string): boolean => {
  const own = nameWords(publisher.replace(/^the\s+/i, '')).join(' ');
  return (
    own !== '' &&
    nameWords(group.name.replace(/^the\s+/i, '')).join(' ') === own &&
    group.candidates.length < 8
  );
};

/** In German every noun has a capital: a name is what says so itself, or what a place's preposition stands before. */
function isGermanNoun({ words, certain, candidates, name }: Group): boolean {
  if (certain || isKnownPlace(name) || (words.length > 1 && GIVEN_NAMES.has(words[0]!))) return false;
  return !candidates.some(({ sentence: { tokens }, from }) =>
    /^(?:in|aus|nach|bei|von)$/.test(tokens[from - 1]?.lower ?? ''),
  );
}

function assemble(reading: Reading, groups: Group[]): Entities {
  const first = (group: Group): number => Math.min(...group.candidates.map(positionOf));
  const ordered = groups.map((group) => ({ group, at: first(group) })).sort((a, b) => a.at - b.at);
  const bySentence: Mention[][] = reading.sentences.map(() => []);
  const list = ordered.map(({ group }, entity): AnalyzedEntity => {
    const mentions = group.candidates
      .map(({ sentence, from, to }): Mention => {
        const span = { start: sentence.tokens[from]!.start, end: sentence.tokens[to - 1]!.end };
        const mention = { entity, from, to, ...span };
        bySentence[sentence.index]!.push(mention);
        return mention;
      })
      .sort((a, b) => a.start - b.start);
    const aliases = [...group.forms.keys()].filter((form) => form !== group.name);
    const role = bestRole(group.roles);
    return {
      name: group.name,
      type: group.type,
      aliases,
      ...(role && group.type === 'person' ? { role } : {}),
      mentions: mentions.map(({ start, end }) => ({ start, end })),
    };
  });
  for (const mentions of bySentence) mentions.sort((a, b) => a.from - b.from);
  const outlets = new Set(ordered.flatMap(({ group }, entity) => (isSpokenTo(group) ? [entity] : [])));
  return { list, bySentence, outlets };
}

/** Named only as whom somebody told something or what reported it, and never as anything else. */
function isSpokenTo(group: Group): boolean {
  if (group.type !== 'organisation') return false;
  let proof = 0;
  for (const { sentence, from, to } of group.candidates) {
    const { tokens } = sentence;
    const before = tokens[tokens[from - 1]?.lower === 'the' ? from - 2 : from - 1]?.lower ?? '';
    if (tokens[to]?.lower === "'s") return false;
    if (/^(?:told|tells)$/.test(before) || /^(?:reported|reports)$/.test(tokens[to]?.lower ?? '')) proof += 1;
    else if (before !== 'to' && before !== 'by' && before !== 'with') return false;
  }
  return proof > 0;
}

const positionOf = ({ sentence, from }: NameCandidate): number => sentence.tokens[from]!.start;

/** The first full description, unless a later one says the same and more. */
function bestRole(roles: readonly string[]): string | undefined {
  let best: string | undefined;
  for (const role of roles) {
    const words = role.toLowerCase().split(' ');
    if (words.length > 14) continue;
    const more =
      best !== undefined &&
      best
        .toLowerCase()
        .split(' ')
        .every((word) => words.includes(word));
    if (
      best === undefined ||
      (more && role.length > best.length) ||
      (!best.includes(' ') && words.length > 1)
    )
      best = role;
  }
  return best;
}
