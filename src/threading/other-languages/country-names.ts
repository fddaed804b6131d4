import { primaryLanguage } from '../../analysis/reading/language.js';
import { words, type Word } from '../vocabulary.js';
import { isForeign, withoutAffixes } from './affixes.js';

/** What a country is called in a language, behind the first word, and in English. */
interface Country {
  readonly rest: readonly string[];
  readonly english: readonly Word[];
}

/** By the first word of the name. Several countries may begin with one word; the longest name comes first. */
export type CountryNames = ReadonlyMap<string, readonly Country[]>;

const NONE: CountryNames = new Map();
const known = new Map<string, CountryNames>();

/**
 * Puts countries into English where a text in another language names them: a country is seldom called alike, and every
 * language has its own name for it, which is known (Unicode CLDR, as the runtime has it).
 *
 * @param from the words before are left as they are
 * @param names what the text's language calls them
 */
export function countriesInEnglish(list: Word[], from: number, names: CountryNames): void {
  if (names.size === 0) return;
  for (let at = from; at < list.length; at++) {
    const country = startingAt(list, at, names);
    if (country) list.splice(at, country.rest.length + 1, ...country.english);
  }
}

function startingAt(list: readonly Word[], at: number, names: CountryNames): Country | undefined {
  for (const form of formsOf(list[at]!.folded)) {
    const country = names
      .get(form)
      ?.find(({ rest }) => rest.every((part, i) => formsOf(list[at + 1 + i]?.folded ?? '').includes(part)));
    if (country) return country;
  }
  return undefined;
}

/** A word as it stands, and without what its language fixes to it: "Ägyptens", "Vereinigten", "l'Égypte". */
function formsOf(folded: string): readonly string[] {
  if (isForeign(folded)) return withoutAffixes(folded);
  if (folded.length <= 4) return [folded];
  const forms = [folded];
  if (/[sn]$/.test(folded)) forms.push(folded.slice(0, -1));
  if (/^[ld][aeiouh]/.test(folded)) forms.push(folded.slice(1));
  return forms;
}

/** @param tag BCP 47, of a language or with more */
export function countryNames(tag: string): CountryNames {
  // The rest of a sender's tag may be none that the runtime takes.
  const language = primaryLanguage(tag);
  let names = known.get(language);
  if (!names) known.set(language, (names = readNames(language)));
  return names;
}

function readNames(language: string): CountryNames {
  if (['en', 'und'].includes(language) || Intl.DisplayNames.supportedLocalesOf(language).length === 0)
    return NONE;
  const english = new Intl.DisplayNames('en', { type: 'region' });
  const styles = (['long', 'short'] as const).map(
    (style) => new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' }),
  );
  const names = new Map<string, Country[]>();
  for (const code of regionCodes()) {
    const name = words(english.of(code)!);
    for (const local of new Set(styles.map((style) => style.of(code)))) {
      const [first, ...rest] = words(local ?? '').map(({ folded }) => folded);
      if (first === undefined || (rest.length === 0 && first === name[0]!.folded)) continue;
      for (const form of formsOf(first).filter((each) => each === first || isForeign(each))) {
        names.set(form, [...(names.get(form) ?? []), { rest, english: name }]);
      }
    }
  }
  for (const alike of names.values()) alike.sort((a, b) => b.rest.length - a.rest.length);
  return names;
}

/** ISO 3166 codes of two letters that name something. */
function regionCodes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return letters
    .flatMap((one) => letters.map((two) => one + two))
    .filter((code) => english.of(code) !== undefined && !NO_COUNTRY.has(code));
}

/** Unions, no place, and places without people. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);
