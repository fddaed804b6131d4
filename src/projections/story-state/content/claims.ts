import type { StateClaim } from '../../../domain/story-state.js';
import type { ClaimRecord } from './aggregate.js';
import { dayNumber, daysBetween } from './calendar.js';
import type { EntityNames } from './entities.js';
import type { RenderLimits } from './limits.js';
import { rolesAgree } from './names.js';
import { countArticles, type Support } from './origins.js';
import { compareSources, compareText, joinSources, toSource, type SourceTuple } from './records.js';
import { containment } from './similarity.js';
import { contentStems, fold, stemsOfRecord, words } from './words.js';

/** Words of the shorter telling that the longer must have too, and how many there must be to say anything. */
const SAME_WORDS = 0.75;
const ENOUGH_WORDS = 4;
/** As many words alike are no chance, whoever is named as their speaker. */
const MANY_WORDS = 7;
const ALL_BUT_ALL = 0.85;
const LONGEST_ATTRIBUTION = 120;
const SAME_TIME_DAYS = 4;
/** At least as long, so that neighbouring periods hold everything of the same time. */
const PERIOD_DAYS = 5;

interface Group {
  /** The first to report it, of those that say best who said it. */
  first: ClaimRecord;
  speaker: string;
  readonly stems: ReadonlySet<string>;
  sources: readonly SourceTuple[];
  through?: string;
  saidOn: string;
  weight: number;
  bearing: number;
  /** Articles that say it and are not among the sources. */
  unnamed: number;
  /** Reports that say it, copies and relays with whose they are. */
  told: number;
}

/** A saying that bears on the story less than this is one on something else. */
const OF_ELSE = 0.4;
/** A story with fewer sayings of its own shows those, too. */
const ENOUGH = 3;

/**
 * What was said, each saying once with all who report it, newest first.
 *
 * @param told what the timeline tells: a claim of the same words adds nothing to it
 * @param support counts those who report it
 */
export function renderClaims(
  records: readonly ClaimRecord[],
  names: EntityNames,
  told: readonly { readonly text: string }[],
  newestDay: string,
  limits: RenderLimits,
  support: Support = countArticles,
): StateClaim[] {
  const groups = group(records, names);
  for (const it of groups) it.told = support(it.sources, it.unnamed);
  const own = limits.asides ? groups : groups.filter((it) => it.told > 1 || it.bearing >= OF_ELSE);
  const all = own.length < ENOUGH ? groups : own;
  const tellings = new Set(told.map(openingOf));
  const chosen =
    all.length <= limits.claims
      ? all
      : choose(
          all.map((it) => ({
            it,
            score: importance(it, names, newestDay) - (tellings.has(openingOf(it.first)) ? REPEATED : 0),
          })),
          limits.claims,
        );
  return chosen
    .sort(
      (a, b) =>
        compareText(b.saidOn, a.saidOn) ||
        compareText(b.sources[0]![3], a.sources[0]![3]) ||
        b.weight - a.weight ||
        compareText(a.first.key, b.first.key),
    )
    .map((it) => toClaim(it, names, limits));
}

const REPEATED = 0.3;
/** What another claim of the same speaker, or of the same report, loses against one of somebody else. */
const SAME_SPEAKER = 0.06;
const SAME_REPORT = 0.03;

const openingOf = (it: { readonly text: string }): string => stemsOfRecord(it).slice(0, 6).join(' ');

/** Takes the best one by one, so that no speaker and no report crowds out the others. */
function choose(scored: { it: Group; score: number }[], count: number): Group[] {
  const sorted = [...scored].sort((a, b) => b.score - a.score || compareText(a.it.first.key, b.it.first.key));
  const speakers = new Map<string, number>();
  const reports = new Map<string, number>();
  const chosen: Group[] = [];
  while (chosen.length < count && sorted.length > 0) {
    let best = 0;
    let bestScore = -Infinity;
    for (const [i, { it, score }] of sorted.entries()) {
      if (score <= bestScore) break;
      const left =
        score -
        SAME_SPEAKER * (speakers.get(it.speaker) ?? 0) -
        SAME_REPORT * (reports.get(it.first.sources[0]![0]) ?? 0);
      if (left > bestScore) [best, bestScore] = [i, left];
    }
    const { it } = sorted.splice(best, 1)[0]!;
    const report = it.first.sources[0]![0];
    speakers.set(it.speaker, (speakers.get(it.speaker) ?? 0) + 1);
    reports.set(report, (reports.get(report) ?? 0) + 1);
    chosen.push(it);
  }
  return chosen;
}

function group(records: readonly ClaimRecord[], names: EntityNames): Group[] {
  const groups: Group[] = [];
  const byWord = new Map<string, Group[]>();
  for (const record of [...records].sort(
    (a, b) => compareSources(a.sources[0]!, b.sources[0]!) || compareText(a.key, b.key),
  )) {
    const speaker = speakerOf(record, names);
    const stems = new Set(wordsSaid(record));
    const rare = rarest(stems);
    const period = Math.floor(dayNumber(record.saidOn) / PERIOD_DAYS);
    const same = findSame(rare, period, byWord, (it) => sameClaim(it, { record, speaker, stems }, names));
    if (same) {
      addTo(same, record, knownBy(record, names) > knownBy(same.first, names) ? speaker : undefined);
      continue;
    }
    const { sources, through, saidOn, weight, bearing = 1, told } = record;
    const unnamed = told - sources.length;
    const made: Group = {
      ...{ first: record, speaker, stems, sources, through, saidOn, weight, bearing },
      ...{ unnamed, told },
    };
    groups.push(made);
    for (const word of rare) {
      const mark = `${word}@${period}`;
      const list = byWord.get(mark);
      if (list) list.push(made);
      else byWord.set(mark, [made]);
    }
  }
  return groups;
}

/** @param speaker who said it, where this report says it better than those before */
function addTo(group: Group, record: ClaimRecord, speaker: string | undefined): void {
  if (speaker !== undefined) {
    group.first = record;
    group.speaker = speaker;
  }
  group.sources = joinSources(group.sources, record.sources, Number.MAX_SAFE_INTEGER);
  group.through ??= record.through;
  if (record.saidOn < group.saidOn) group.saidOn = record.saidOn;
  group.weight = Math.max(group.weight, record.weight);
  group.bearing = Math.max(group.bearing, record.bearing ?? 1);
  group.unnamed += record.told - record.sources.length;
}

/** The stems of what was said, without "Norwegian officials have said that" in front of it. */
function wordsSaid(record: ClaimRecord): readonly string[] {
  const all = stemsOfRecord(record);
  if (record.quoted || !/^\p{Lu}/u.test(record.text)) return all;
  const that = record.text.indexOf(' that ');
  if (that === -1 || that > LONGEST_ATTRIBUTION) return all;
  const said = new Set(contentStems(record.text.slice(that)));
  const speaker = contentStems(record.speaker).at(-1);
  return speaker !== undefined && all.includes(speaker) && said.size >= ENOUGH_WORDS ? [...said] : all;
}

/** Among those of the same days that share a rare word. */
function findSame(
  rare: readonly string[],
  period: number,
  byWord: ReadonlyMap<string, readonly Group[]>,
  same: (group: Group) => boolean,
): Group | undefined {
  for (const word of rare) {
    for (const near of [period, period - 1, period + 1]) {
      const found = byWord.get(`${word}@${near}`)?.find(same);
      if (found) return found;
    }
  }
  return undefined;
}

/** Long words are rare ones; two tellings of one saying share at least one of the longest. */
const rarest = (stems: ReadonlySet<string>): string[] =>
  [...stems].sort((a, b) => b.length - a.length || compareText(a, b)).slice(0, 5);

const speakerOf = (record: ClaimRecord, names: EntityNames): string =>
  record.named ? (names.find(record.speaker)?.name ?? record.speaker) : record.speaker;

/** How well a report says who said it: by a person's name, by a body's, or not by name. */
function knownBy(record: ClaimRecord, names: EntityNames): 0 | 1 | 2 {
  if (!record.named) return 0;
  return names.find(record.speaker)?.type === 'person' ? 2 : 1;
}

interface Said {
  readonly record: ClaimRecord;
  readonly speaker: string;
  readonly stems: ReadonlySet<string>;
}

function sameClaim(group: Group, { record, speaker, stems }: Said, names: EntityNames): boolean {
  const { first } = group;
  if (first.kind !== record.kind || Math.abs(daysBetween(group.saidOn, record.saidOn)) > SAME_TIME_DAYS)
    return false;
  const alike = containment(stems, group.stems);
  if (Math.min(stems.size, group.stems.size) >= MANY_WORDS) {
    // One outlet's "senior Danish officials" is another's "Denmark", when they say the same at length.
    if (alike >= SAME_WORDS && !record.quoted && oneSide(group.speaker, speaker)) return true;
    if (alike >= ALL_BUT_ALL && mayBeOne(first, record, names)) return true;
  }
  if (first.anonymous !== record.anonymous) return false;
  const sameSpeaker =
    fold(group.speaker) === fold(speaker) ||
    (record.anonymous && rolesAgree(group.speaker, speaker) === 'agree');
  if (!sameSpeaker) return false;
  if (Math.min(stems.size, group.stems.size) < ENOUGH_WORDS) return sameSet(stems, group.stems);
  return alike >= SAME_WORDS;
}

/** One report's "a spokesman" or "the ministry" is another's Ada Norrin; two by name are two who said it. */
function mayBeOne(a: ClaimRecord, b: ClaimRecord, names: EntityNames): boolean {
  const [one, other] = [knownBy(a, names), knownBy(b, names)];
  if (one === other && one > 0) return false;
  return Math.max(one, other) === 2 || [a, b].some(({ speaker }) => !/\p{Lu}/u.test(speaker));
}

/** "Denmark" and "senior Danish officials", "Qatar" and "a Qatari diplomat": a place and people of it. */
function oneSide(a: string, b: string): boolean {
  const [place, people] = a.length <= b.length ? [a, b] : [b, a];
  const name = words(place);
  const start = name[0] ?? '';
  return (
    name.length === 1 &&
    start.length >= 4 &&
    words(people).some(
      (word) => word !== start && word.startsWith(start.slice(0, Math.max(4, start.length - 2))),
    ) &&
    OFFICIALS.test(people)
  );
}

const OFFICIALS = /\b(?:officials?|government|diplomats?|authorities|sources?|ministers?|leaders?)\b/i;

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((word) => b.has(word));

function toClaim(it: Group, names: EntityNames, limits: RenderLimits): StateClaim {
  const { first } = it;
  const role = first.role ?? (first.named ? names.find(first.speaker)?.role : undefined);
  const shown = first.sources[0]!;
  return {
    speaker: it.speaker,
    ...(role ? { role } : {}),
    anonymous: first.anonymous,
    text: first.text,
    quoted: first.quoted,
    kind: first.kind,
    saidOn: it.saidOn,
    ...(it.through ? { through: it.through } : {}),
    sources: [shown, ...it.sources.filter((source) => source[0] !== shown[0])]
      .slice(0, limits.sources)
      .map(toSource),
  };
}

function importance(it: Group, names: EntityNames, newestDay: string): number {
  const age = Math.max(0, daysBetween(it.saidOn, newestDay));
  const kind = it.first.kind === 'no-comment' ? -0.3 : it.first.kind === 'denial' ? 0.1 : 0;
  const person = it.first.named && names.find(it.first.speaker)?.type === 'person' ? 0.1 : 0;
  const short = it.stems.size < ENOUGH_WORDS ? 0.15 : 0;
  return it.weight + 0.15 * Math.log2(it.told) + 0.35 / (1 + age / 7) + kind + person - short;
}
