import type { EntityType } from '../../../domain/statements.js';
import type { ClaimTold, ContributedArticle, DevelopmentTold, FigureTold } from './contributed.js';
import type { Contribution } from './contribution.js';
import { AGGREGATE_LIMITS, type AggregateLimits } from './limits.js';
import { emptyOrigins, mergeOrigins, originsOf, type Origins } from './origins.js';
import {
  compareText,
  joinRecords,
  joinSources,
  keepWithin,
  prominenceOf,
  standingOf,
  type SourceTuple,
  type Told,
} from './records.js';
import { fold } from './words.js';

/**
 * What is kept of any number of contributions: bounded (limits.ts), JSON, and mergeable in any order and grouping.
 * Statements are cut by their own properties alone, so the same articles always leave the same ones. Counts (entities,
 * publishers, days) are exact up to their caps; beyond, what is rare may be counted short.
 */
export interface Aggregate {
  readonly articles: number;
  readonly newest: readonly ContributedArticle[];
  readonly publishers: readonly (readonly [name: string, articles: number])[];
  /** Days that articles speak of, in any statement, plans ahead too. */
  readonly dates: readonly (readonly [date: string, articles: number])[];
  readonly developments: readonly DevelopmentRecord[];
  readonly figures: readonly FigureRecord[];
  readonly claims: readonly ClaimRecord[];
  readonly entities: readonly EntityRecord[];
  readonly origins: Origins;
}

/** `day` of Told is the day of the timeline. */
export type DevelopmentRecord = Told & DevelopmentTold;
export type FigureRecord = Told & FigureTold;
export type ClaimRecord = Told & ClaimTold;

export interface EntityRecord {
  readonly key: string;
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  /** As last reported, newest first, and when: publication time and article. At most `MOST_ROLES` different ones. */
  readonly roles?: readonly (readonly [role: string, at: string, articleId: string])[];
  /** Publication time of the first report that calls it so. */
  readonly since: string;
  readonly mentions: number;
  /** Articles that call it so. */
  readonly articles: number;
}

export function emptyAggregate(): Aggregate {
  return {
    articles: 0,
    newest: [],
    publishers: [],
    dates: [],
    developments: [],
    figures: [],
    claims: [],
    entities: [],
    origins: emptyOrigins(),
  };
}

/** One article's, whole: merging cuts it to the limits. */
export function fromContribution(c: Contribution): Aggregate {
  const { article } = c;
  const source = (start: number, end: number): SourceTuple[] => [
    [article.id, article.revision, article.publisher, article.publishedAt, start, end],
  ];
  return {
    articles: 1,
    newest: [article],
    publishers: [[article.publisher, 1]],
    dates: daysSpokenOf(c).map((date) => [date, 1]),
    developments: once(
      c.developments.map(({ start, end, date: day, ...it }) => ({
        ...it,
        day,
        told: 1,
        sources: source(start, end),
      })),
    ),
    figures: once(
      c.figures.map(({ start, end, ...it }) => ({
        ...it,
        day: it.to,
        told: 1,
        sources: source(start, end),
      })),
    ),
    claims: once(
      c.claims.map(({ start, end, ...it }) => ({
        ...it,
        day: it.saidOn,
        told: 1,
        sources: source(start, end),
      })),
    ),
    entities: joinRecords(
      [
        c.entities.map((it) => ({
          key: `${it.type}/${fold(it.name)}`,
          name: it.name,
          type: it.type,
          aliases: [...it.aliases].sort(longestFirst) as readonly string[],
          ...(it.role ? { roles: [[it.role, article.publishedAt, article.id]] as Roles } : {}),
          since: article.publishedAt,
          mentions: it.mentions,
          articles: 1,
        })),
      ],
      (a, b) => ({ ...joinEntities(a, b), articles: 1 }),
    ),
    origins: originsOf(article),
  };
}

/** Neither is changed. */
export const merge = (a: Aggregate, b: Aggregate): Aggregate => mergeAll([a, b]);

/** Faster than merging one after the other. */
export function mergeAll(parts: readonly Aggregate[], limits: AggregateLimits = AGGREGATE_LIMITS): Aggregate {
  return within(
    {
      articles: parts.reduce((sum, it) => sum + it.articles, 0),
      newest: parts.flatMap((it) => it.newest),
      publishers: joinCounts(parts.map((it) => it.publishers)),
      dates: joinCounts(parts.map((it) => it.dates)),
      developments: joinRecords(
        parts.map((it) => it.developments),
        (a, b) => joinTold(a, b, limits.sources),
      ),
      figures: joinRecords(
        parts.map((it) => it.figures),
        (a, b) => ({
          ...joinTold(a, b, limits.sources),
          from: a.from < b.from ? a.from : b.from,
          to: a.to > b.to ? a.to : b.to,
        }),
      ),
      claims: joinRecords(
        parts.map((it) => it.claims),
        (a, b) => {
          const through = [a.through, b.through].filter((name) => name !== undefined).sort(compareText)[0];
          return {
            ...joinTold(a, b, limits.sources),
            saidOn: a.saidOn < b.saidOn ? a.saidOn : b.saidOn,
            ...(through ? { through } : {}),
          };
        },
      ),
      entities: joinRecords(
        parts.map((it) => it.entities),
        joinEntities,
      ),
      origins: mergeOrigins(
        parts.map((it) => it.origins),
        { outlets: limits.publishers, prints: limits.prints },
      ),
    },
    limits,
  );
}

function within(a: Aggregate, limits: AggregateLimits): Aggregate {
  return {
    articles: a.articles,
    newest: [...a.newest].sort(newestFirst).slice(0, limits.articles),
    publishers: [...a.publishers].sort(byCount).slice(0, limits.publishers),
    dates: [...a.dates]
      .sort((x, y) => y[1] - x[1] || compareText(y[0], x[0]))
      .slice(0, limits.dates)
      .sort((x, y) => compareText(x[0], y[0])),
    developments: keepWithin(a.developments, limits.developments, (it) => it.day),
    figures: keepWithin(a.figures, limits.figures, (it) => it.key.slice(0, it.key.indexOf('='))),
    claims: keepWithin(a.claims, limits.claims, (it) => it.day),
    entities: [...a.entities]
      .sort((x, y) => y.mentions - x.mentions || compareText(x.key, y.key))
      .slice(0, limits.entities)
      // Records stay the same objects where they can: what is worked out of them is kept by object.
      .map((it) =>
        it.aliases.length > limits.aliases ? { ...it, aliases: it.aliases.slice(0, limits.aliases) } : it,
      ),
    origins: a.origins,
  };
}

const longestFirst = (a: string, b: string): number => b.length - a.length || compareText(a, b);

const byCount = (a: readonly [string, number], b: readonly [string, number]): number =>
  b[1] - a[1] || compareText(a[0], b[0]);

export const newestFirst = (a: ContributedArticle, b: ContributedArticle): number =>
  compareText(b.publishedAt, a.publishedAt) || compareText(a.id, b.id);

/** An article that says the same twice tells it once. */
const once = <T extends Told>(records: readonly T[]): T[] =>
  joinRecords([records], (a, b) => (a.weight >= b.weight ? a : b));

/** The form of the earliest report stands. */
function joinTold<T extends Told>(a: T, b: T, maxSources: number): T {
  const sources = joinSources(a.sources, b.sources, maxSources);
  const first = sources[0]![0] === a.sources[0]![0] && sources[0]![4] === a.sources[0]![4] ? a : b;
  const { prominence: _prominence, standing: _standing, ...form } = first;
  const weight = Math.max(a.weight, b.weight);
  const prominence = Math.max(prominenceOf(a), prominenceOf(b));
  const standing = Math.max(standingOf(a), standingOf(b));
  return {
    ...(form as T),
    told: a.told + b.told,
    sources,
    day: a.day > b.day ? a.day : b.day,
    weight,
    ...(prominence > weight ? { prominence } : {}),
    ...(standing > weight ? { standing } : {}),
  };
}

const capitals = (name: string): number => name.match(/\p{Lu}/gu)?.length ?? 0;

/** So that the office last reported can be shown in the fuller words of an earlier report. */
const MOST_ROLES = 3;

function joinEntities(a: EntityRecord, b: EntityRecord): EntityRecord {
  const roles = joinRoles([...(a.roles ?? []), ...(b.roles ?? [])]);
  return {
    key: a.key,
    // Of forms that differ in case only, not the one that shouts.
    name: (capitals(a.name) - capitals(b.name) || compareText(a.name, b.name)) <= 0 ? a.name : b.name,
    type: a.type,
    aliases: [...new Set([...a.aliases, ...b.aliases])].sort(longestFirst),
    ...(roles.length > 0 ? { roles } : {}),
    since: a.since < b.since ? a.since : b.since,
    mentions: a.mentions + b.mentions,
    articles: a.articles + b.articles,
  };
}

type Roles = NonNullable<EntityRecord['roles']>;

/** The newest different ones: the same whichever way the records are grouped. */
function joinRoles(roles: Roles): Roles {
  if (roles.length < 2) return roles;
  const byText = new Map<string, Roles[number]>();
  for (const role of [...roles].sort(newestRole)) {
    const key = fold(role[0]);
    if (!byText.has(key)) byText.set(key, role);
  }
  return [...byText.values()].slice(0, MOST_ROLES);
}

const newestRole = (x: Roles[number], y: Roles[number]): number =>
  compareText(y[1], x[1]) || compareText(y[2], x[2]) || compareText(x[0], y[0]);

function joinCounts(lists: readonly (readonly (readonly [string, number])[])[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const list of lists) for (const [name, count] of list) sums.set(name, (sums.get(name) ?? 0) + count);
  return [...sums];
}

/** Single days only: a month is spoken of by many reports that have nothing else in common. */
function daysSpokenOf(c: Contribution): string[] {
  const days = new Set<string>();
  for (const { plannedFor, precision, date } of c.developments) {
    if ((plannedFor?.precision ?? precision) === 'day') days.add(plannedFor?.from ?? date);
  }
  for (const { from, to } of c.figures) if (from === to) days.add(from);
  for (const { saidOn } of c.claims) days.add(saidOn);
  return [...days];
}
