import { sameOutlet } from '../../../domain/outlet-names.js';
import type { ArticleOrigin } from '../../../domain/story-state.js';
import { copyKind, overlap, readPrint, type CopyKind, type Print } from '../../../domain/text-print.js';
import type { ContributedArticle } from './contributed.js';
import { compareText, type SourceTuple } from './records.js';

/** How many tell something, by those of their articles that are kept as sources and the number of the others. */
export type Support = (sources: readonly SourceTuple[], unnamed: number) => number;

export const countArticles: Support = (sources, unnamed) => sources.length + unnamed;

/**
 * Whose reporting a story rests on: outlets with reports that are not mere relays, and outlets relayed, each with the
 * number of articles. `prints` is a sample of their texts, a relay's as its origin's, that holds all of them up to its
 * cap, and above it those with the smallest prints, a choice that copies of one text make alike (bottom-k sampling).
 */
export interface Origins {
  readonly own: readonly Outlet[];
  readonly relays: readonly Outlet[];
  readonly prints: readonly PrintOf[];
}

type Outlet = readonly [name: string, articles: number];
type PrintOf = readonly [print: string, publishedAt: string, articleId: string, outlet: string];

export interface OriginLimits {
  readonly outlets: number;
  readonly prints: number;
}

export const emptyOrigins = (): Origins => ({ own: [], relays: [], prints: [] });

export function originsOf({ relay, print, publishedAt, id, publisher }: ContributedArticle): Origins {
  const prints: PrintOf[] = print ? [[print, publishedAt, id, relay ?? publisher]] : [];
  return relay ? { own: [], relays: [[relay, 1]], prints } : { own: [[publisher, 1]], relays: [], prints };
}

export function mergeOrigins(parts: readonly Origins[], limits: OriginLimits): Origins {
  const prints = new Map(parts.flatMap((part) => part.prints.map((it) => [it[2], it])));
  return {
    own: outlets(parts.flatMap(({ own }) => own)).slice(0, limits.outlets),
    relays: outlets(parts.flatMap(({ relays }) => relays)).slice(0, limits.outlets),
    prints: [...prints.values()]
      .sort((a, b) => compareText(a[0], b[0]) || compareText(a[2], b[2]))
      .slice(0, limits.prints),
  };
}

function outlets(counted: readonly Outlet[]): Outlet[] {
  const sums = new Map<string, number>();
  for (const [name, articles] of counted) sums.set(name, (sums.get(name) ?? 0) + articles);
  return [...sums].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
}

interface Known {
  readonly id: string;
  /** Whose report it is, as far as it says so: its publisher's, or that of the outlet it relays. */
  readonly outlet: string;
  readonly print: Print;
  /** The text that this one tells again, and how; of another outlet or of the same. */
  readonly again?: { readonly original: Known; readonly kind: CopyKind };
  /** Whether that is another outlet's; what an outlet tells again itself is its own. */
  readonly copy: boolean;
}

/** The articles of a state with what each one's text is a copy of, among those whose prints are known. */
export class OriginIndex {
  private readonly known = new Map<string, Known>();
  private readonly relayed = new Map<string, string>();

  /** @param articles of the state, as far as relays are told of */
  constructor(
    private readonly origins: Origins,
    articles: readonly ContributedArticle[] = [],
  ) {
    for (const { id, relay } of articles) if (relay) this.relayed.set(id, relay);
    const earliestFirst = [...origins.prints].sort(
      (a, b) => compareText(a[1], b[1]) || compareText(a[2], b[2]),
    );
    for (const [text, , id, outlet] of earliestFirst) {
      const print = readPrint(text);
      if (!print) continue;
      const again = this.toldBefore(print);
      const copy = again !== undefined && !sameOutlet(again.original.outlet, outlet);
      this.known.set(id, { id, outlet, print, copy, ...(again ? { again } : {}) });
    }
  }

  /** Whose reporting an article is, when not its publisher's. */
  of({ id, relay }: ContributedArticle): ArticleOrigin | undefined {
    if (relay) return { kind: 'relay', publisher: relay };
    const known = this.known.get(id);
    if (!known?.again || !known.copy) return undefined;
    const { kind, original } = known.again;
    return { kind, publisher: original.outlet, articleId: original.id };
  }

  /** Outlets that the story rests on: those with a report that is no copy, and those relayed that have none here. */
  independent(): number {
    const copies = new Map<string, number>();
    for (const known of this.known.values())
      if (known.copy) copies.set(known.outlet, (copies.get(known.outlet) ?? 0) + 1);
    const articles = new Map(outlets([...this.origins.own, ...this.origins.relays]));
    const original = ([name]: Outlet): boolean => articles.get(name)! > (copies.get(name) ?? 0);
    const found = this.origins.own.filter(original).map(([name]) => name);
    // What one paper marks as an agency's, and another has had without the mark, is one report.
    for (const [name] of this.origins.relays.filter(original))
      if (!found.some((other) => sameOutlet(other, name))) found.push(name);
    return found.length;
  }

  /**
   * How many reports something stands on: a copy, or the same outlet's next version of its report, counts with the
   * original, and what only relays an outlet with that outlet's own report.
   *
   * @param unnamed how many more articles tell it than are kept as sources
   */
  support(sources: readonly SourceTuple[], unnamed: number): number {
    const reports = new Set<string>();
    const relayed = new Set<string>();
    for (const [article] of sources) {
      const id = this.known.get(article)?.again?.original.id ?? article;
      const outlet = this.relayed.get(id);
      if (outlet === undefined) reports.add(id);
      else if (!sources.some(([, , publisher]) => sameOutlet(publisher, outlet))) relayed.add(outlet);
    }
    return Math.max(1, reports.size + relayed.size) + unnamed;
  }

  /** The earliest text that one with this print tells again; what tells it a third time is of the first. */
  private toldBefore(print: Print): Known['again'] {
    for (const earlier of this.known.values()) {
      const kind = copyKind(overlap(print, earlier.print));
      if (kind) return { original: earlier.again?.original ?? earlier, kind };
    }
    return undefined;
  }
}
