import { isEnglishWord } from '../reading/dictionary.js';

/** Verbs that are not built in the common way and can be done to what is counted: stem, past form if another, participle. */
const IRREGULAR =
  'take took taken|shoot shot|steal stole stolen|send sent|lose lost|build built|buy bought|sell sold|hit|hold held|make made|pay paid|' +
  'find found|leave left|catch caught|cut|spend spent|give gave given|draw drew drawn|drive drove driven|win won|bring brought|hurt|' +
  'break broke broken|shed|lend lent|lay laid|teach taught|feed fed|throw threw thrown|grow grew grown|eat ate eaten|hear heard|withdraw withdrew withdrawn|write wrote written|fly flew flown|strike struck|set|freeze froze frozen|rebuild rebuilt|choose chose chosen';

/** "taken" of "take", "takes", "taking" and "took". */
const FORMS: ReadonlyMap<string, string> = new Map(
  IRREGULAR.split('|').flatMap((line) => {
    const [first, past = first, participle = past] = line.split(' ') as [string, string?, string?];
    const stem = first.replace(/e$/, '');
    const doubled = /^(?:hit|cut|win|shed|set)$/.test(first) ? `${first}${first.at(-1)}` : stem;
    return [first, `${first}s`, `${first}es`, `${doubled}ing`, past!, participle!].map(
      (form): [string, string] => [form, participle!],
    );
  }),
);

/**
 * The participle of any form of a verb: "destroyed" of "destroys", "carried" of "carrying". Undefined where the word that
 * the common rule makes is no English one.
 */
export function participleOf(form: string): string | undefined {
  const irregular = FORMS.get(form);
  if (irregular !== undefined) return irregular;
  if (form.endsWith('ed')) return form;
  for (const stem of stemsOf(form)) {
    const made = /[^aeiou]y$/.test(stem)
      ? `${stem.slice(0, -1)}ied`
      : stem.endsWith('e')
        ? `${stem}d`
        : `${stem}ed`;
    if (isEnglishWord(made)) return made;
  }
  return undefined;
}

function stemsOf(form: string): string[] {
  if (form.endsWith('ing')) return [form.slice(0, -3)];
  if (form.endsWith('ies')) return [`${form.slice(0, -3)}y`];
  if (/(?:s|x|z|ch|sh)es$/.test(form)) return [form.slice(0, -2), form.slice(0, -1)];
  return [/[^s]s$/.test(form) ? form.slice(0, -1) : form];
}
