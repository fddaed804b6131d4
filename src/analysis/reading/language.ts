/** The most frequent short words of a few languages: enough to tell them apart in three lines of text. */
const PROFILES: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'the of and to in a is that for on was with as by at from it he his has have be not are this were which said but',
    fr: 'le la les de des du et en un une est que qui dans pour sur avec par au aux il elle ne pas ce cette sont ont été à plus',
    de: 'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass bei',
    es: 'el la los las de del y en un una que por con para se su al es lo como más pero sus le ha fue este esta son no',
    it: 'il lo la i gli le di del della e in un una che per con si da al dei è non sono come anche nel alla più ha delle',
    pt: 'o a os as de do da dos das e em um uma que para com por se no na ao é não mais foi como ou sua pelo são',
    nl: 'de het een en van in is dat op te zijn voor met die niet aan er om ook als bij naar uit door over maar heeft wordt',
    sv: 'och i att det som en på är av för med den till inte har de ett om han var från vid kan men sig så',
    da: 'og i at det er en til af på som med for den de ikke har der et om han var fra ved kan men sig så blev',
    pl: 'w i na z się nie do że to jest o jak po za od przez ale co tego dla oraz był są ma być które',
    tr: 've bir bu da de için ile olarak daha çok olan gibi en ama kadar sonra ne ya mi değil olduğu dedi',
    id: 'yang dan di dengan untuk dari pada ini itu dalam tidak akan ke oleh juga telah adalah sebagai karena bisa',
  }).map(([language, list]) => [language, new Set(list.split(' '))]),
);

/** The languages in whose profile a word is, in the order of the profiles. */
const LANGUAGES_OF = new Map<string, string[]>();
for (const [language, common] of Object.entries(PROFILES)) {
  for (const word of common) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);
}

/** Scripts that name a language, or a good guess of one, by themselves. Order matters: kana before Han. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Thai}/gu, 'th'],
];
/** A letter that none of the languages in Latin script has. */
const OTHER_SCRIPT = /[\u0370-\u1dbf\u1f00-\u1fff\u2c80-\ua71f\ua800-\uff20\uff5b-\uffff]/;
const SAMPLE = 6000;

/**
 * The language of a text as a BCP 47 tag, `und` when it cannot be told. Latin-script languages are told by the share
 * of their commonest words (Grefenstette 1995), others by their letters.
 */
export function identifyLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const letters = count(sample, /\p{L}/gu);
  if (letters < 3) return 'und';
  if (!OTHER_SCRIPT.test(sample)) return byCommonWords(sample);
  for (const [pattern, language] of SCRIPTS) {
    const own = count(sample, pattern);
    if (own > letters * (language === 'ja' ? 0.1 : 0.4))
      return language === 'ar' ? arabicScript(sample) : language;
  }
  if (count(sample, /\p{Script=Cyrillic}/gu) > letters * 0.4) return /[іїєґ]/i.test(sample) ? 'uk' : 'ru';
  return byCommonWords(sample);
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const arabicScript = (sample: string): string =>
  /[پچژگ]/.test(sample) ? (/[ٹڈڑے]/.test(sample) ? 'ur' : 'fa') : 'ar';

function byCommonWords(sample: string): string {
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length === 0) return 'und';
  const hits = new Map<string, number>();
  for (const word of words) {
    for (const language of LANGUAGES_OF.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1);
  }
  const [[best, bestHits] = ['und', 0], [, second] = ['', 0]] = [...hits].sort((a, b) => b[1] - a[1]);
  const share = bestHits / words.length;
  const clear = bestHits > second * 1.15 || (bestHits > second && bestHits < 6);
  return bestHits >= 2 && share >= 0.08 && clear
    ? best
    : bestHits >= 1 && second === 0 && words.length < 15
      ? best
      : 'und';
}

/** `en` of `en-GB`. */
export const primaryLanguage = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
