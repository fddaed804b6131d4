import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsHelpers, type WinkMethods } from 'wink-nlp';

/** The model's lexicon: its words have the first numbers, others get one as they are met. */
interface Lexicon {
  readonly nlp: WinkMethods;
  readonly number: ItsHelpers['uniqueId'];
  readonly size: number;
}

let lexicon: Lexicon | undefined;
const known = new Map<string, boolean>();
/** It remembers every word it has met: a fresh one now and then bounds the memory. */
const MOST = 30_000;

function openLexicon(): Lexicon {
  const nlp = winkNLP(model, []);
  const number = nlp.its.uniqueId;
  const [size] = numbers(nlp, number, 'qqqxqqqx');
  return { nlp, number, size: size! };
}

/** Whether an English word, or its singular, stands in the tagger's lexicon of some 87,000; most names do not, some are words as well. */
export function isEnglishWord(lower: string): boolean {
  const found = known.get(lower);
  if (found !== undefined) return found;
  if (known.size >= MOST || !lexicon) {
    known.clear();
    lexicon = openLexicon();
  }
  const { nlp, number, size } = lexicon;
  const stands = (form: string): boolean => numbers(nlp, number, form)[0]! < size;
  const plural = /(?:[^s]s|(?:s|x|z|ch|sh)es)$/.test(lower);
  const word =
    /^\p{Ll}{1,28}$/u.test(lower) &&
    (stands(lower) || (plural && (stands(lower.slice(0, -1)) || stands(lower.slice(0, -2)))));
  known.set(lower, word);
  return word;
}

const numbers = (nlp: WinkMethods, number: ItsHelpers['uniqueId'], word: string): number[] =>
  nlp.readDoc(word).tokens().out(number) as unknown as number[];
