/** A part of reading or of states that can be left out, to measure what it contributes. */
export interface Part {
  readonly part: string;
  /** Under src/, without its ending. */
  readonly module: string;
  /** Functions of the module, or methods (`Class.prototype.name`), and what stands in for each, as JavaScript. */
  readonly instead: Readonly<Record<string, string>>;
}

const NOTHING = '() => undefined';
const NEVER = '() => false';
const NONE = '() => []';
const SAME = '(first) => first';

const of = (folder: string, module: string, part: string, instead: Part['instead']): Part => ({
  part: `${module}: ${part}`,
  module: `${folder}/${module}`,
  instead,
});
const reading = (module: string, part: string, instead: Part['instead']): Part =>
  of('analysis', module, part, instead);
const state = (module: string, part: string, instead: Part['instead']): Part =>
  of('projections/story-state/content', module, part, instead);

export const PARTS: readonly Part[] = [
  reading('furniture', 'captions, bylines, page talk', {
    isCaption: NEVER,
    isByline: NEVER,
    isPageTalk: NEVER,
  }),
  reading('passages', 'headline told again', { isTitleAgain: NEVER }),
  reading('passages', 'tail cut', { cutTail: NOTHING }),
  reading('language', 'told by words', { identifyLanguage: "() => 'en'" }),
  reading('entity-merging', 'all', { mergeGroups: SAME }),
  reading('entity-groups', 'types by neighbours', { weighNeighbours: NOTHING }),
  reading('entity-groups', 'types of short forms', { weighShortForms: NOTHING }),
  reading('roles', 'all', { roleOf: NOTHING }),
  reading('antecedents', 'all', { readsAlone: '() => true' }),
  reading('spoken-of', 'pronouns that speak', {
    'SpokenOf.prototype.he': NOTHING,
    'SpokenOf.prototype.it': NOTHING,
    'SpokenOf.prototype.they': NOTHING,
  }),
  reading('attribution', 'speaker behind', { trailing: NOTHING }),
  reading('attribution', 'speaker before', { leading: NOTHING }),
  reading('attribution', 'participles', { participle: NOTHING }),
  reading('attribution', 'according to', { accordingTo: NOTHING }),
  reading('refusals', 'all', { findRefusals: NONE }),
  reading('relays', 'all', { findRelays: NONE }),
  reading('outlets', 'outlets are no speakers', { isOutletEntity: NEVER }),
  reading('claim-context', 'goes on for the speaker', { goesOnForSpeaker: NEVER }),
  reading('claim-context', 'joined quotations', { joinedQuote: NOTHING }),
  reading('complements', 'all', { complementOf: NOTHING, shareComplement: NOTHING }),
  reading('event-objects', 'all', { eventObject: NOTHING }),
  reading('measured', 'what rose or fell', { measured: NOTHING }),
  reading('measured', 'sums', { sum: NOTHING }),
  reading('subjects', 'casualties', { casualties: NOTHING }),
  reading('subjects', 'two counted as one', { alsoCounted: '(tokens, from, end) => end' }),
  reading('figures', 'ages are no figures', { isAge: NEVER }),
  reading('place-meant', 'all', { placeMeant: NOTHING }),
  reading('calendar-dates', 'weekdays', { weekday: NOTHING }),
  reading('calendar-dates', 'days of months', { monthDay: NOTHING, dayMonth: NOTHING }),
  reading('calendar-dates', 'ISO dates', { isoDate: NOTHING }),
  reading('calendar-dates', 'years alone', { bareYear: NOTHING }),
  reading('relative-dates', 'today, yesterday', { named: NOTHING }),
  reading('relative-dates', 'last week', { relativePeriod: NOTHING }),
  reading('relative-dates', 'two days ago', { counted: NOTHING }),
  reading('event-dates', "period of the clause's object", { periodOfObject: '() => ({})' }),
  reading('drafts', 'clauses within', { innerDraft: NONE }),
  reading('events', 'plans', { isPlan: NEVER }),
  reading('events', 'called off', { undoneBy: NOTHING }),
  reading('events', 'events named', { definiteEvents: NONE }),
  state('relevance', 'all', { relevance: '() => new Map()' }),
  state('happenings', 'told twice is one', { likeness: '() => 0' }),
  state('happenings', 'same meeting, people, place', { bonus: '() => 0' }),
  state('happenings', 'plans settled', { settlePlans: '(groups) => [...groups]' }),
  state('happenings', 'other place, other happening', { elsewhere: NEVER }),
  state('person-clusters', 'all', {
    personClusters: "(records) => records.map((it) => ({ type: 'person', records: [it] }))",
  }),
  state('named-clusters', 'all', {
    namedClusters: '(type, records) => records.map((it) => ({ type, records: [it] }))',
  }),
  state('entities', 'one name, one type', { joinTypes: SAME }),
  state('names', 'spelled nearly alike', { alike: '(a, b) => a === b' }),
  state('names', 'roles tell persons apart', { rolesAgree: "() => 'unknown'" }),
  state('quantities', 'rounded and qualified values agree', { differ: '(a, b) => a.value !== b.value' }),
  state('timeline', 'asides', { asides: '() => new Set()' }),
  state('wording', 'plain wording', { wording: '() => 1' }),
];
