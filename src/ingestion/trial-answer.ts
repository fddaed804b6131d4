import { z } from 'zod';
import type { CaughtArticle, MissedArticle } from '../domain/story-trial.js';
import { describes } from '../shared/http/describes.js';
import type { Trial } from './try-story.js';

const tried = {
  articleId: z.uuid(),
  revision: z.int().min(1),
  title: z.string(),
  url: z.string().optional(),
  publisher: z.string(),
  publishedAt: z.iso.datetime(),
  score: z.number().min(0).max(1),
  reasons: z.array(z.strictObject({ kind: z.string(), text: z.string(), weight: z.number() })),
  passages: z
    .array(
      z.strictObject({
        start: z.int().min(0),
        end: z.int().min(0),
        text: z.string().meta({ description: 'At most 300 characters.' }),
        terms: z
          .array(z.string())
          .meta({ description: 'Terms of the profile and words of the description in the passage.' }),
      }),
    )
    .meta({ description: 'The telling sentences of its strongest passages, at most three.' }),
  stories: z.array(z.string()).meta({ description: 'Slugs of the stories that it stands in already.' }),
};

const CaughtAnswer = describes<CaughtArticle>()(
  z.strictObject({ role: z.enum(['primary', 'background']), ...tried }).meta({ id: 'CaughtArticle' }),
);

const MissedAnswer = describes<MissedArticle>()(
  z
    .strictObject({
      why: z.array(z.string()).meta({ description: 'What keeps it out.' }),
      ...tried,
    })
    .meta({ id: 'MissedArticle' }),
);

/** What a dry run of tracking a story answers. */
export const TrialAnswer = describes<Trial>()(
  z
    .strictObject({
      dryRun: z.literal(true),
      outcome: z
        .enum(['created', 'unchanged', 'taken'])
        .optional()
        .meta({ description: 'What tracking it would answer; `taken` would be a problem 409.' }),
      ruleset: z.strictObject({ name: z.string(), version: z.int() }),
      searched: z.int().min(0).meta({ description: 'Articles looked through for this page.' }),
      total: z
        .int()
        .min(0)
        .meta({ description: 'Articles there are, from 30 days before `from` to 30 days after `to`.' }),
      caught: z
        .strictObject({ primary: z.int().min(0), background: z.int().min(0) })
        .meta({ description: 'Of those looked through.' }),
      terms: z
        .array(
          z.strictObject({
            list: z.enum(['anyOf', 'allOf', 'noneOf']),
            term: z.string(),
            articles: z.int().min(0),
          }),
        )
        .meta({ description: 'In how many of those looked through each term of the profile stands.' }),
      items: z.array(CaughtAnswer).meta({ description: 'Newest first.' }),
      nearMisses: z.array(MissedAnswer).meta({ description: 'The nearest, at most twenty.' }),
      next: z.string().nullable().meta({
        description: 'The `cursor` for older articles; null when all have been looked through.',
      }),
    })
    .meta({ id: 'StoryTrial' }),
);
