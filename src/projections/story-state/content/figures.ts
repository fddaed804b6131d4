import type { FigureSubject, FigureValue } from '../../../domain/story-state.js';
import type { FigureRecord } from './aggregate.js';
import { daysBetween } from './calendar.js';
import type { RenderLimits } from './limits.js';
import { comparable, differ, senseOf } from './quantities.js';
import { compareSources, compareText, joinSources, toSource, type SourceTuple } from './records.js';
import { compareSubjects, namesAgree, parseSubject, sameNames, type Subject } from './subjects.js';
import { contentStems } from './words.js';

/** Numbers of close subjects are taken together when one is at most so many times another. */
const SAME_SIZE = 4;
/** Two numbers are of one time when their days are so near: tolls and crowds grow. */
const SAME_TIME_DAYS = 3;

/** A number that bears on the story less than this is one of something else. */
const OF_ELSE = 0.4;
/** A story with fewer numbers of its own shows some of those, last. */
const ENOUGH = 5;

interface Group {
  readonly subject: Subject;
  readonly records: FigureRecord[];
}

interface Value {
  readonly record: FigureRecord;
  readonly sources: readonly SourceTuple[];
  readonly from: string;
  readonly to: string;
  readonly told: number;
}

/** Figures by subject, those that reports make most of first, with each subject's values in order of report. */
export function renderFigures(
  records: readonly FigureRecord[],
  newestDay: string,
  limits: RenderLimits,
): FigureSubject[] {
  const groups = groupBySubject(records).map((group) => ({
    group,
    score: importance(group, newestDay),
    aside: !limits.asides && isAside(group),
  }));
  const own = groups.filter(({ aside }) => !aside).length;
  return groups
    .sort(
      (a, b) =>
        Number(a.aside) - Number(b.aside) ||
        b.score - a.score ||
        compareText(a.group.records[0]!.key, b.group.records[0]!.key),
    )
    .slice(0, Math.min(limits.figures, Math.max(own, ENOUGH)))
    .map(({ group }) => {
      const values = valuesOf(group);
      const { subject, unit } = bestName(group);
      return { subject, unit, contested: contested(values), values: shown(values, limits) };
    });
}

/** Told by one report, in a sentence and a passage that say hardly anything of the story. */
const isAside = ({ records }: Group): boolean =>
  records.every(({ told, bearing = 1 }) => told === 1 && bearing < OF_ELSE);

function groupBySubject(records: readonly FigureRecord[]): Group[] {
  const sorted = [...records].sort(
    (a, b) => b.told - a.told || b.weight - a.weight || compareText(a.key, b.key),
  );
  const byUnit = new Map<string, Group[]>();
  for (const record of sorted) {
    const subject = parseSubject(record.subject, record.unit);
    const groups = byUnit.get(subject.unit) ?? [];
    let close: Group | undefined;
    let same: Group | undefined;
    for (const group of groups) {
      const match = compareSubjects(subject, group.subject);
      if (match === 'same') {
        same = group;
        break;
      }
      if (match === 'close' && group.records.some((it) => comparable(it.value, record.value, SAME_SIZE)))
        close ??= group;
    }
    const group = same ?? close;
    if (group) group.records.push(record);
    else byUnit.set(subject.unit, [...groups, { subject, records: [record] }]);
  }
  return joinKin([...byUnit.values()].flat().flatMap(byTimes));
}

/** Numbers are of other happenings when their texts give them for times so far apart. */
const OTHER_TIMES_DAYS = 366;
/** "People injured" of nowhere are those of what the news was about then. */
const NAMELESS_DAYS = 60;

/** The numbers of each time, in which none is far from the next; a toll that grows for years is of one time. */
function byTimes({ subject, records }: Group): Group[] {
  const most = subject.names.size > 0 ? OTHER_TIMES_DAYS : NAMELESS_DAYS;
  const groups: Group[] = [];
  let last = '';
  for (const record of [...records].sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to))) {
    if (last !== '' && daysBetween(last, record.from) <= most) groups.at(-1)!.records.push(record);
    else groups.push({ subject, records: [record] });
    if (record.to > last) last = record.to;
  }
  return groups;
}

/** "People killed" and "people killed in the flood" are one subject where reports give both one number. */
function joinKin(groups: readonly Group[]): Group[] {
  const byValue = new Map<number, Group[]>();
  const joined: Group[] = [];
  for (const group of groups) {
    const values = new Set(group.records.map(({ value }) => value));
    const kin = [...values]
      .map((value) => byValue.get(value)?.find((other) => oneCount(group.subject, other.subject, value)))
      .find((it) => it !== undefined);
    if (kin) kin.records.push(...group.records);
    else joined.push(group);
    for (const value of values) addTo(byValue, value, kin ?? group);
  }
  return joined;
}

function addTo(byValue: Map<number, Group[]>, value: number, group: Group): void {
  const there = byValue.get(value);
  if (!there) byValue.set(value, [group]);
  else if (!there.includes(group)) there.push(group);
}

/** A number that says as much is hardly another's by chance. */
const PRECISE_DIGITS = 2;
const LARGE = 100;

function oneCount(a: Subject, b: Subject, value: number): boolean {
  const precise = Math.abs(value) >= LARGE && digitsOf(value).length >= PRECISE_DIGITS;
  if (compareSubjects(a, b) === 'different') return precise && sameNames(a, b);
  return precise || namesAgree(a, b);
}

/** "13" of 1,300,000. */
const digitsOf = (value: number): string =>
  String(Math.abs(value))
    .replace('.', '')
    .replace(/^0+|0+$/g, '');

/** Equal numbers with qualifiers of one sense, given by the same, are one value with several sources; "some" is no other value. */
function valuesOf(group: Group): Value[] {
  const values = new Map<string, Value>();
  for (const record of [...group.records].sort(
    (a, b) => compareSources(a.sources[0]!, b.sources[0]!) || compareText(a.key, b.key),
  )) {
    const key = `${record.value}|${record.upper ?? ''}|${exactness(record)}|${givenBy(record.attributedTo)}`;
    const known = values.get(key);
    values.set(
      key,
      known
        ? {
            record: known.record,
            sources: joinSources(known.sources, record.sources, Number.MAX_SAFE_INTEGER),
            from: known.from < record.from ? known.from : record.from,
            to: known.to > record.to ? known.to : record.to,
            told: known.told + record.told,
          }
        : { record, sources: record.sources, from: record.from, to: record.to, told: record.told },
    );
  }
  return [...values.values()];
}

/** A number rounded to two digits is said with "about" or without, and means the same. */
function exactness({ value, qualifier }: FigureRecord): string {
  const sense = senseOf(qualifier);
  return sense === 'bare' && value >= 100 && digitsOf(value).length <= 2 ? 'about' : sense;
}

const givenBy = (name: string | undefined): string =>
  name ? [...new Set(contentStems(name))].sort(compareText).join(' ') : '';

/** Of different sources, of one time, and apart by more than their qualifiers allow. */
function contested(values: readonly Value[]): boolean {
  return values.some((a, i) =>
    values.slice(i + 1).some((b) => differ(a.record, b.record) && sameTime(a, b) && !sameHand(a, b)),
  );
}

const sameTime = (a: Value, b: Value): boolean =>
  daysBetween(a.to, b.from) <= SAME_TIME_DAYS && daysBetween(b.to, a.from) <= SAME_TIME_DAYS;

/** Given by the same: one outlet or one authority, which then changed its number. */
function sameHand(a: Value, b: Value): boolean {
  const x = givenBy(a.record.attributedTo);
  const y = givenBy(b.record.attributedTo);
  if (x !== '' || y !== '') return x === y;
  return a.sources.every((s) => b.sources.every((t) => s[2] === t[2]));
}

/** The newest values, and of those that are left out the most told in place of the oldest; oldest first. */
function shown(values: readonly Value[], limits: RenderLimits): FigureValue[] {
  const chosen = new Set(
    [...values]
      .sort(
        (a, b) =>
          b.told - a.told ||
          compareSources(b.sources[0]!, a.sources[0]!) ||
          compareText(a.record.key, b.record.key),
      )
      .slice(0, limits.values),
  );
  return values
    .filter((it) => chosen.has(it))
    .map(({ record, sources }) => ({
      value: record.value,
      ...(record.upper !== undefined ? { upper: record.upper } : {}),
      ...(record.qualifier ? { qualifier: record.qualifier } : {}),
      ...(record.attributedTo ? { attributedTo: record.attributedTo } : {}),
      reportedAt: sources[0]![3],
      sources: sources.slice(0, limits.sources).map(toSource),
    }));
}

/** The wording most reports use, of those that name the place; then the one with more names; then the longer. */
function bestName(group: Group): { subject: string; unit: string } {
  const forms = new Map<string, { told: number; unit: string; vague: boolean }>();
  for (const { subject, unit, told } of group.records) {
    const known = forms.get(subject);
    if (known) known.told += told;
    else forms.set(subject, { told, unit, vague: parseSubject(subject, unit).vague });
  }
  const [subject, { unit }] = [...forms].sort(
    ([a, x], [b, y]) =>
      Number(x.vague) - Number(y.vague) ||
      y.told - x.told ||
      namesIn(b) - namesIn(a) ||
      b.length - a.length ||
      compareText(a, b),
  )[0]!;
  return { subject, unit };
}

const namesIn = (subject: string): number => (subject.match(/\p{Lu}\p{L}+/gu) ?? []).length;

function importance({ records }: Group, newestDay: string): number {
  const told = records.reduce((sum, it) => sum + it.told, 0);
  const weight = Math.max(...records.map((it) => it.weight));
  const newest = records.reduce((day, it) => (it.day > day ? it.day : day), records[0]!.day);
  return weight + 0.2 * Math.log2(told) + 0.2 / (1 + Math.max(0, daysBetween(newest, newestDay)) / 7);
}
