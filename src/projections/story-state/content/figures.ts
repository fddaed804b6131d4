import type { FigureSubject, FigureValue } from '../../../domain/story-state.js';
import type { FigureRecord } from './aggregate.js';
import { daysBetween } from './calendar.js';
import type { RenderLimits } from './limits.js';
import { comparable, differ, senseOf } from './quantities.js';
import { compareSources, compareText, joinSources, toSource, type SourceTuple } from './records.js';
import { compareSubjects, parseSubject, type Subject } from './subjects.js';
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
      const factor = match === 'close' ? SAME_SIZE : match === 'kin' ? 1 : 0;
      if (factor > 0 && group.records.some((it) => comparable(it.value, record.value, factor)))
        close ??= group;
    }
    const group = same ?? close;
    if (group) group.records.push(record);
    else byUnit.set(subject.unit, [...groups, { subject, records: [record] }]);
  }
  return [...byUnit.values()].flat();
}

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
  const digits = String(Math.abs(value))
    .replace('.', '')
    .replace(/^0+|0+$/g, '');
  return sense === 'bare' && value >= 100 && digits.length <= 2 ? 'about' : sense;
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

/** The wording most reports use, of those that name the place and are no guess; then the one with more names; then the longer. */
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
      Number(HEDGED.test(a)) - Number(HEDGED.test(b)) ||
      y.told - x.told ||
      namesIn(b) - namesIn(a) ||
      b.length - a.length ||
      compareText(a, b),
  )[0]!;
  return { subject, unit };
}

/** "people who might have died": what one report leaves open, others say. */
const HEDGED = /\b(?:might|may|could|would)\b/i;

const namesIn = (subject: string): number => (subject.match(/\p{Lu}\p{L}+/gu) ?? []).length;

function importance({ records }: Group, newestDay: string): number {
  const told = records.reduce((sum, it) => sum + it.told, 0);
  const weight = Math.max(...records.map((it) => it.weight));
  const newest = records.reduce((day, it) => (it.day > day ? it.day : day), records[0]!.day);
  return weight + 0.2 * Math.log2(told) + 0.2 / (1 + Math.max(0, daysBetween(newest, newestDay)) / 7);
}
