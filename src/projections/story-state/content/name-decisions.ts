import type { NameDecision } from '../../../domain/names-decided.js';
import type { EntityRecord } from './aggregate.js';
import type { Cluster } from './cluster.js';
import { nameKey } from './names.js';

/** What somebody has decided about the names of a story: it stands above whatever the reports say. */
export class NameDecisions {
  private readonly apart = new Map<string, Set<string>>();
  /** By keys of names. */
  readonly same: readonly (readonly [string, string])[];

  constructor(decisions: readonly Pick<NameDecision, 'names' | 'are'>[]) {
    const keys = decisions.map(({ names: [one, other], are }) => ({
      pair: [nameKey(one), nameKey(other)] as const,
      are,
    }));
    for (const { pair, are } of keys) {
      if (are !== 'different') continue;
      this.keep(...pair);
      this.keep(pair[1], pair[0]);
    }
    this.same = keys.filter(({ are }) => are === 'same').map(({ pair }) => pair);
  }

  /** Whether two names were told apart. */
  areApart(one: string, other: string): boolean {
    return this.apart.size > 0 && (this.apart.get(nameKey(one))?.has(nameKey(other)) ?? false);
  }

  /** Whether no name of the one was told apart from a name of the other. */
  mayJoin(one: Cluster, others: readonly EntityRecord[]): boolean {
    return (
      this.apart.size === 0 ||
      !one.records.some((it) => others.some((other) => this.areApart(it.name, other.name)))
    );
  }

  private keep(one: string, other: string): void {
    const others = this.apart.get(one);
    if (others) others.add(other);
    else this.apart.set(one, new Set([other]));
  }
}

export const NO_DECISIONS = new NameDecisions([]);

/** Of a pair, the last decision stands. */
export function withDecision(decisions: readonly NameDecision[], next: NameDecision): NameDecision[] {
  const { names, are, reason, position } = next;
  return [...decisions.filter((it) => !isSamePair(it.names, names)), { names, are, reason, position }];
}

/** Two names in either order, in any writing. */
export function isSamePair(one: readonly [string, string], other: readonly [string, string]): boolean {
  const [a, b] = one.map(nameKey);
  const [x, y] = other.map(nameKey);
  return (a === x && b === y) || (a === y && b === x);
}

/**
 * The decisions that stand against one about two names: those that have told apart what it would make one, or that make
 * one, over other names, what it would tell apart.
 */
export function contradictions(
  decisions: readonly NameDecision[],
  { names, are }: Pick<NameDecision, 'names' | 'are'>,
): NameDecision[] {
  const others = decisions.filter((it) => !isSamePair(it.names, names));
  const [one, other] = [nameKey(names[0]), nameKey(names[1])];
  const made = others.filter((it) => it.are === 'same');
  if (are === 'different') return reached(one, made).has(other) ? made : [];
  if (are === 'undecided') return [];
  const ones = reached(one, made);
  const rest = reached(other, made);
  return others.filter(({ are: verdict, names: [a, b] }) => {
    const [x, y] = [nameKey(a), nameKey(b)];
    return verdict === 'different' && ((ones.has(x) && rest.has(y)) || (ones.has(y) && rest.has(x)));
  });
}

/** All names that decisions make one with a name, itself among them. */
function reached(key: string, made: readonly NameDecision[]): Set<string> {
  const found = new Set([key]);
  for (const name of found) {
    for (const { names } of made) {
      const [a, b] = names.map(nameKey) as [string, string];
      if (a === name) found.add(b);
      if (b === name) found.add(a);
    }
  }
  return found;
}
