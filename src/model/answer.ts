import type { JSONSchema7 } from '@ai-sdk/provider';
import { z } from 'zod';
import { ModelFailure } from './failure.js';

const words = (what: string) => z.string().describe(what);
const optional = (what: string) => z.string().nullable().describe(`${what}; null if the report does not say`);

/** The form of the answer. Everything that ends up in a statement is words of the report, so that it can be found there. */
export const Answer = z.object({
  developments: z.array(
    z.object({
      quote: words('the sentence, as it stands in the report'),
      date: optional('the day it happened or is to happen, or the first day, YYYY-MM-DD'),
      until: optional('the last day, if it is a period, YYYY-MM-DD'),
      dateWords: optional('the words of the report that say when'),
      status: z.enum(['happened', 'planned', 'cancelled', 'postponed']),
    }),
  ),
  figures: z.array(
    z.object({
      quote: words('the sentence, as it stands in the report'),
      number: words('the words of the number with its qualifier: "more than 1,200"'),
      unit: words('one word of the sentence: "people"; or "percent", "USD" and the like'),
      subject: words('the words of the report that say what is counted'),
      attributedTo: optional('the words of the report that say who gave the number'),
    }),
  ),
  claims: z.array(
    z.object({
      quote: words('what was said, as it stands in the report, without "he said"'),
      speaker: words('the name, or the description of somebody unnamed, in words of the report'),
      role: optional('the words of the report for what the speaker is'),
      kind: z.enum(['statement', 'denial', 'no-comment']),
      dateWords: optional('the words of the report that say when it was said'),
    }),
  ),
  lead: z.array(words('one of the at most three sentences that tell the news of the report')),
});

export type Answer = z.infer<typeof Answer>;

/** The form as JSON Schema, for endpoints that can hold a model to it. */
export const ANSWER_SCHEMA = z.toJSONSchema(Answer, { target: 'draft-7' }) as JSONSchema7;

/** What is asked for three of and sent by the hundred is looked at so far. */
const MOST_OF_A_KIND = 60;

/** An answer with what is in it of the form asked for. */
export interface ParsedAnswer {
  readonly answer: Answer;
  /** Of another form, or more than any report has. */
  readonly unreadable: number;
}

/**
 * Reads an answer item by item: where nothing holds a model to the form, one item of another form says nothing against
 * the rest, and what a report does not say is left out as often as null.
 *
 * @throws ModelFailure when it has none of the lists asked for
 */
export function parseAnswer(value: unknown): ParsedAnswer {
  const lists = value as Record<string, unknown> | null;
  let [seen, unreadable] = [0, 0];
  const read = <T>(name: keyof Answer, item: z.ZodType<T>): T[] => {
    const list = lists?.[name];
    if (!Array.isArray(list)) return [];
    seen += 1;
    unreadable += Math.max(0, list.length - MOST_OF_A_KIND);
    return list.slice(0, MOST_OF_A_KIND).flatMap((it: unknown) => {
      const parsed = item.safeParse(withNulls(it));
      if (!parsed.success) unreadable += 1;
      return parsed.success ? [parsed.data] : [];
    });
  };
  const { developments, figures, claims, lead } = Answer.shape;
  const answer = {
    developments: read('developments', developments.element),
    figures: read('figures', figures.element),
    claims: read('claims', claims.element),
    lead: read('lead', lead.element),
  };
  if (seen === 0) throw new ModelFailure('not the form asked for', { tries: 2 });
  return { answer, unreadable };
}

const UNSAID = { date: null, until: null, dateWords: null, attributedTo: null, role: null };

/** What was left out, or left empty, as the form has it. */
function withNulls(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item;
  return { ...UNSAID, ...Object.fromEntries(Object.entries(item).filter(([, value]) => value !== '')) };
}
