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
  part: `${module.slice(module.lastIndexOf('/') + 1)}: ${part}`,
  module: `${folder}/${module}`,
  instead,
});
const reading = (module: string, part: string, instead: Part['instead']): Part =>
  of('analysis', module, part, instead);
const tracked = (module: string, part: string, instead: Part['instead']): Part =>
  of('threading', module, part, instead);
const state = (module: string, part: string, instead: Part['instead']): Part =>
  of('projections/story-state/content', module, part, instead);

export const PARTS: readonly Part[] = [
  reading('reading/furniture', 'captions, bylines, page talk', {
    isCaption: NEVER,
    isByline: NEVER,
    isPageTalk: NEVER,
  }),
  reading('reading/run-in-headlines', 'headlines that ran into a sentence', {
    headlineEnd: '() => 0',
    echoEnd: '() => 0',
  }),
  reading('reading/passages', 'headline told again', { isTitleAgain: NEVER }),
  reading('reading/passages', 'tail cut', { cutTail: NOTHING }),
  reading('reading/language', 'told by words', { identifyLanguage: "() => 'en'" }),
  reading('entities/entity-merging', 'all', { mergeGroups: SAME }),
  reading('entities/entity-groups', 'types by neighbours', { weighNeighbours: NOTHING }),
  reading('entities/entity-groups', 'types of short forms', { weighShortForms: NOTHING }),
  reading('entities/roles', 'all', { roleOf: NOTHING }),
  reading('sentence/antecedents', 'all', { readsAlone: '() => true' }),
  reading('claims/spoken-of', 'pronouns that speak', {
    'SpokenOf.prototype.he': NOTHING,
    'SpokenOf.prototype.it': NOTHING,
    'SpokenOf.prototype.they': NOTHING,
  }),
  reading('claims/trailing-attribution', 'speaker behind', { trailing: NOTHING }),
  reading('claims/leading-attribution', 'speaker before', { leading: NOTHING }),
  reading('claims/leading-attribution', 'participles', { participle: NOTHING }),
  reading('claims/according-to', 'according to', { accordingTo: NOTHING }),
  reading('claims/refusals', 'all', { findRefusals: NONE }),
  reading('claims/relays', 'all', { findRelays: NONE }),
  reading('claims/outlets', 'outlets are no speakers', { isOutletEntity: NEVER }),
  reading('claims/claim-context', 'goes on for the speaker', { goesOnForSpeaker: NEVER }),
  reading('claims/claim-context', 'joined quotations', { joinedQuote: NOTHING }),
  reading('figures/complements', 'all', { complementOf: NOTHING }),
  reading('figures/shares', 'all', { shareComplement: NOTHING }),
  reading('figures/event-objects', 'all', { eventObject: NOTHING }),
  reading('figures/measured', 'what rose or fell', { measured: NOTHING }),
  reading('figures/sums', 'sums', { sum: NOTHING }),
  reading('figures/casualties', 'casualties', { casualties: NOTHING }),
  reading('figures/counted-noun', 'two counted as one', { alsoCounted: '(tokens, from, end) => end' }),
  reading('figures/counts', 'ages are no figures', { isAge: NEVER }),
  reading('figures/place-meant', 'all', { placeMeant: NOTHING }),
  reading('time/calendar-dates', 'weekdays', { weekday: NOTHING }),
  reading('time/calendar-dates', 'days of months', { monthDay: NOTHING, dayMonth: NOTHING }),
  reading('time/calendar-dates', 'ISO dates', { isoDate: NOTHING }),
  reading('time/calendar-dates', 'years alone', { bareYear: NOTHING }),
  reading('time/relative-dates', 'today, yesterday', { named: NOTHING }),
  reading('time/relative-dates', 'last week', { relativePeriod: NOTHING }),
  reading('time/relative-dates', 'two days ago', { counted: NOTHING }),
  reading('developments/event-dates', "period of the clause's object", { periodOfObject: '() => ({})' }),
  reading('developments/inner-drafts', 'clauses within', { innerDraft: NONE }),
  reading('developments/events', 'plans', { isPlan: NEVER }),
  reading('developments/events', 'called off', { undoneBy: NOTHING }),
  reading('developments/events', 'events named', { definiteEvents: NONE }),
  tracked('tracked/other-forms', 'last names, other spellings', { 'OtherForms.prototype.of': NONE }),
  tracked('tracked/matching', 'words near each other', { isNear: NEVER }),
  tracked('tracked/evidence', 'what is everywhere tells less', { shareOfPassages: '() => new Map()' }),
  tracked('tracked/profile', 'words of the description', { descriptionWords: '() => new Map()' }),
  tracked('tracked/tracked', 'single passages', { backgroundStrength: '() => 0' }),
  tracked('tracked/tracked', 'passages of another subject', {
    subjectPassages: '({ reading }) => reading.passages.map(() => true)',
  }),
  tracked('reading', 'where the page turns to other things', {
    ownPassages: `(title, passages) => {
      const counts = new Subject(title);
      for (const { words } of passages) counts.count(words);
      return { passages, counts };
    }`,
  }),
  state('relevance', 'all', { relevance: '() => new Map()' }),
  state('sameness', 'told twice is one', { likeness: '() => 0' }),
  state('sameness', 'in other words, a day later, of its month', { atLeast: NOTHING }),
  state('sameness', 'what befell somebody', { sameTurn: NEVER }),
  state('sameness', 'same meeting, people, place', { bonus: '() => 0' }),
  state('sameness', 'other place, other happening', { elsewhere: NEVER }),
  state('sameness', 'other people, other happening', { ofOthers: NEVER }),
  state('dateless', 'dates are compared apart', { withoutDates: SAME }),
  state('plans', 'plans settled', { settlePlans: '(groups) => [...groups]' }),
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
  state('figures', 'wider and narrower subjects', { joinKin: SAME }),
  state('figures', 'other times, other happenings', { byTimes: '(group) => [group]' }),
  state('claims', 'a spokesman and who is named', { mayBeOne: NEVER }),
  state('timeline', 'asides', { asides: '() => new Set()' }),
  state('wording', 'plain wording', { wording: '() => 1' }),
];
