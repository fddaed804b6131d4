import { fold, stem } from './words.js';

/** Past forms that do not end in "-ed", with what they are compared as. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `beat beat,began begin,bought buy,broke break,broken break,brought bring,burnt burn,burst burst,caught catch,cut cut,died die,
   drew draw,drove drive,drowned drown,fell fall,fallen fall,fled flee,flew fly,fought fight,found find,froze freeze,gave give,
   held hold,hit hit,hung hang,led lead,left leave,lost lose,met meet,paid pay,quit quit,ran run,rose rise,risen rise,sank sink,
   sunk sink,sent send,set set,shook shake,shot shoot,shut shut,slain kill,sold sell,split split,spread spread,stole steal,
   stolen steal,struck strike,sued sue,swept sweep,swore swear,sworn swear,taken take,threw throw,tore tear,took take,tied tie,
   withdrew withdraw,withdrawn withdraw,won win`
    .split(',')
    .map((pair) => pair.trim().split(' ') as [string, string]),
);
/** They tell that something is said or how something is, and not what happened. */
const NO_ACTS = new Set(
  `accused added aged alleged allegedly announced argued armed asked based believed called claimed confirmed considered continued
   denied described expected explained included involved insisted mentioned named needed noted planned quoted related reported
   required said scheduled seemed so-called started suspected testified thanked tried used wanted warned worked`.split(
    /\s+/,
  ),
);
/** What stands before a participle that only describes: "a convicted smuggler", "how convicted smuggler Jon Orm". */
const DESCRIBES = new Set(
  `a an the his her its their our this that these those how of by for with from on in at as two three four five some many`.split(
    ' ',
  ),
);

/** What befalls a person once, or not twice in a day; one word for each. */
const TURNS: ReadonlyMap<string, string> = new Map(
  [
    'died killed slain murdered executed fatally',
    'arrested detained captured apprehended',
    'charged indicted',
    'convicted guilty conviction',
    'acquitted',
    'sentenced jailed imprisoned',
    'released freed',
    'escaped fled',
    'resigned quit retired',
    'sacked dismissed fired ousted',
    'elected',
    'appointed nominated',
    'inaugurated',
    'hospitalised hospitalized',
    'married',
    'divorced',
    'buried',
    'rescued',
    'extradited',
    'deported',
  ].flatMap((list) => list.split(' ').map((word) => [word, list.split(' ')[0]!] as const)),
);

/** A comma parts: "the ship that was built for her, sank". */
const WORD_OR_BREAK = /[\p{L}\p{N}'’-]+|[,;:]/gu;

const known = new WeakMap<object, ReadonlySet<string>>();

/** What a record says that was done or befell somebody, each as the stem of its verb: "die" of "has died at 91". */
export function actsOf(record: { readonly text: string }): ReadonlySet<string> {
  let acts = known.get(record);
  if (acts === undefined) known.set(record, (acts = new Set(findActs(record.text))));
  return acts;
}

function findActs(text: string): string[] {
  const acts: string[] = [];
  let before = '';
  for (const word of text.match(WORD_OR_BREAK) ?? []) {
    const irregular = IRREGULAR.get(word);
    const regular = word.length > 4 && word.endsWith('ed') && word === fold(word);
    if ((irregular ?? regular) && !NO_ACTS.has(word) && !DESCRIBES.has(before))
      acts.push(irregular ?? stem(word));
    before = fold(word);
  }
  return acts;
}

const turns = new WeakMap<object, string>();

/** The first turn in somebody's life that a record tells of, "died" of "was shot and killed"; '' when it tells of none. */
export function turnOf(record: { readonly text: string }): string {
  let turn = turns.get(record);
  if (turn === undefined) turns.set(record, (turn = findTurn(record.text)));
  return turn;
}

function findTurn(text: string): string {
  let before = '';
  for (const word of text.match(WORD_OR_BREAK) ?? []) {
    const turn = TURNS.get(word);
    if (turn !== undefined && !DESCRIBES.has(before)) return turn;
    before = word.toLowerCase();
  }
  return '';
}
