import type { AnalyzedEntity } from '../../domain/statements.js';
import type { ThreadingArticle } from '../reading.js';
import { words } from '../vocabulary.js';
import { compileTerm, type Term } from './matching.js';

const NONE: readonly Term[] = [];
const made = new WeakMap<ThreadingArticle, OtherForms>();

/**
 * How else an article writes those whose names a profile has: who is "Ilse Brandt" in its first sentence is "Brandt" in
 * the rest, and may be spelled otherwise. Analysis has found out which names are one; a form of two is of neither.
 */
export class OtherForms {
  private readonly byForm = new Map<string, readonly Term[]>();

  private constructor(entities: readonly AnalyzedEntity[]) {
    const forms = entities.map(({ name, aliases }) => [...new Set([name, ...aliases])].filter(isName));
    const shared = repeated(forms.flatMap((all) => [...new Set(all.map(keyOf))]));
    for (const all of forms) {
      if (all.length < 2) continue;
      const own = all.filter((form) => !shared.has(keyOf(form)));
      for (const form of own) {
        const others = own.filter((other) => other !== form).flatMap((other) => compileTerm(other) ?? []);
        this.byForm.set(keyOf(form), others);
      }
    }
  }

  static in(article: ThreadingArticle): OtherForms {
    let forms = made.get(article);
    if (!forms) made.set(article, (forms = new OtherForms(article.analysis.entities)));
    return forms;
  }

  of(term: Term): readonly Term[] {
    if (!term.name || this.byForm.size === 0) return NONE;
    return this.byForm.get(joined(term.words)) ?? NONE;
  }
}

/** "the minister" says who is meant only where it stands. */
const isName = (form: string): boolean => /^\p{Lu}/u.test(form) && form.length > 2;

const joined = (found: Term['words']): string => found.map(({ folded }) => folded).join(' ');
const keyOf = (form: string): string => joined(words(form));

function repeated(keys: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(keys.filter((key) => seen.size === seen.add(key).size));
}
