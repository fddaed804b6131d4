import type pg from 'pg';
import { sameOutlet } from '../../domain/outlet-names.js';
import type { ArticleOrigin } from '../../domain/story-state.js';
import { copyKind, overlap, printBands, readPrint, type CopyKind } from '../../domain/text-print.js';

/** Another article with much of the same text. */
export interface ArticleCopy {
  readonly articleId: string;
  readonly publisher: string;
  /** The outlet whose report it says it passes on. */
  readonly relays?: string;
  /** ISO instant. */
  readonly publishedAt: string;
  readonly kind: CopyKind;
  /** Part of the shorter text that the other one has, 0..1. */
  readonly overlap: number;
}

/** Reprints come within days; what is told again after that is a look back. */
const WEEKS = 3;
const MOST_COPIES = 100;

/**
 * Copies of an article's text among everything published within three weeks of it, earliest first. Costs a look-up of
 * 127 keys, whatever there is.
 */
export async function findCopies(
  pool: pg.Pool,
  articleId: string,
  text: string,
  publishedAt: string,
): Promise<Omit<ArticleCopy, 'publisher' | 'relays'>[]> {
  const print = readPrint(text);
  if (!print) return [];
  const { rows } = await pool.query<{ article_id: string; published_at: Date; print: string }>({
    name: 'dateline-find-copies',
    text: `select article_id, published_at, print from dateline.article_prints
           where bands && $1 and article_id <> $2
             and published_at between $3::timestamptz - $4::interval and $3::timestamptz + $4::interval
           order by published_at, article_id`,
    values: [printBands(print), articleId, publishedAt, `${WEEKS} weeks`],
  });
  return rows
    .flatMap((row) => {
      const other = readPrint(row.print);
      const common = other && overlap(print, other);
      const kind = common && copyKind(common);
      if (!kind) return [];
      const [id, at] = [row.article_id, row.published_at.toISOString()];
      return [{ articleId: id, publishedAt: at, kind, overlap: Math.round(common.ofShorter * 100) / 100 }];
    })
    .slice(0, MOST_COPIES);
}

/**
 * Whose reporting an article is: the outlet it relays, or who had its text first, or whose that was. Null when its own,
 * also when another outlet has had it between two versions of its own.
 */
export function originOf(
  article: { readonly publisher: string; readonly publishedAt: string; readonly id: string },
  relays: readonly string[],
  copies: readonly ArticleCopy[],
): ArticleOrigin | null {
  if (relays[0]) return { kind: 'relay', publisher: relays[0] };
  const first = copies.find(
    (copy) =>
      copy.publishedAt < article.publishedAt ||
      (copy.publishedAt === article.publishedAt && copy.articleId < article.id),
  );
  if (!first) return null;
  const outlet = first.relays ?? first.publisher;
  return sameOutlet(outlet, article.publisher)
    ? null
    : { kind: first.kind, publisher: outlet, articleId: first.articleId };
}
