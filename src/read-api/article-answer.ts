import { z } from 'zod';
import { describes } from '../shared/http/describes.js';
import { ArticleOriginAnswer, copyKinds } from './state-answers.js';
import type { ArticleView } from '../projections/articles/articles.js';

const instant = z.iso.datetime();
const span = { start: z.int().min(0), end: z.int().min(0) };
const strength = z.number().min(0).max(1).meta({ description: 'How much it tells of the story.' });
const resolvedDate = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  precision: z.enum(['day', 'week', 'month', 'year', 'range']),
});
const salience = z.number();
const passage = z.int().min(0).meta({ description: 'Index into `passages`.' });
const by = z
  .int()
  .min(0)
  .optional()
  .meta({ description: 'Index into `models`: who found it, when not the analyzer.' });
const asked = {
  model: z.string(),
  promptHash: z.string(),
  tokens: z.int().min(0),
  failure: z.string().optional().meta({ description: 'Why there is no answer.' }),
};

const AnalysisAnswer = describes<NonNullable<ArticleView['analysis']>>()(
  z
    .strictObject({
      revision: z.int().min(1),
      analyzer: z.strictObject({ name: z.string(), version: z.int() }),
      language: z.string(),
      passages: z.array(
        z.strictObject({
          ...span,
          kind: z.enum(['paragraph', 'bullet', 'heading', 'caption']),
          sentences: z.array(z.strictObject(span)),
        }),
      ),
      entities: z.array(
        z.strictObject({
          name: z.string(),
          type: z.enum(['person', 'organisation', 'place']),
          aliases: z.array(z.string()),
          role: z.string().optional(),
          mentions: z.array(z.strictObject(span)),
        }),
      ),
      developments: z.array(
        z.strictObject({
          ...span,
          date: resolvedDate,
          dateSpan: z.strictObject(span).optional(),
          status: z.enum(['happened', 'planned', 'cancelled', 'postponed']),
          entities: z.array(z.int()).meta({ description: 'Indexes into `entities`.' }),
          salience,
          passage,
          by,
        }),
      ),
      figures: z.array(
        z.strictObject({
          ...span,
          value: z.number(),
          upper: z.number().optional(),
          qualifier: z.string().optional(),
          unit: z.string(),
          subject: z.string(),
          attributedTo: z.string().optional(),
          date: resolvedDate.optional(),
          valueSpan: z.strictObject(span),
          salience,
          passage,
          by,
        }),
      ),
      claims: z.array(
        z.strictObject({
          ...span,
          speaker: z.string(),
          entity: z.int().optional(),
          anonymous: z.boolean(),
          role: z.string().optional(),
          quoted: z.boolean(),
          kind: z.enum(['statement', 'denial', 'no-comment']),
          saidOn: z.iso.date(),
          through: z.string().optional(),
          salience,
          passage,
          by,
        }),
      ),
      relays: z.array(z.string()),
      failure: z.string().optional(),
      models: z
        .array(
          z.discriminatedUnion('task', [
            z.strictObject({
              task: z.literal('statements'),
              ...asked,
              kept: z.int().min(0),
              known: z.int().min(0).meta({ description: 'Found by the analyzer, too.' }),
              dropped: z
                .record(z.string(), z.int().min(1))
                .meta({ description: 'Not borne out by the text, by reason.' }),
            }),
            z.strictObject({ task: z.literal('embedding'), ...asked }),
          ]),
        )
        .meta({ description: 'Models that were asked; empty unless the operator plugged one in.' }),
    })
    .meta({
      id: 'Analysis',
      description: 'What analysis found in one revision; spans are characters of its text, in UTF-16 units.',
    }),
);

export const ArticleAnswer = describes<ArticleView>()(
  z
    .strictObject({
      id: z.uuid(),
      status: z.enum(['present', 'retracted', 'erased']),
      revision: z.int().min(1).meta({ description: 'The newest.' }),
      revisions: z.array(
        z.strictObject({
          revision: z.int().min(1),
          url: z.string().optional(),
          externalId: z.string().optional(),
          title: z.string().nullable(),
          text: z.string().nullable().meta({ description: 'Null when it was erased.' }),
          publisher: z.string(),
          byline: z.string().optional(),
          publishedAt: z.string(),
          language: z.string().optional(),
          timezone: z.string().optional(),
          contentHash: z.string(),
          position: z.string(),
          recordedAt: instant,
        }),
      ),
      analysis: AnalysisAnswer.nullable().meta({
        description: 'Of the newest revision analysed; null while none is.',
      }),
      origin: ArticleOriginAnswer.nullable(),
      copies: z
        .array(
          z.strictObject({
            articleId: z.uuid(),
            publisher: z.string(),
            relays: z
              .string()
              .optional()
              .meta({ description: 'The outlet whose report it says it passes on.' }),
            publishedAt: instant,
            kind: copyKinds,
            overlap: z
              .number()
              .min(0)
              .max(1)
              .meta({ description: 'Part of the shorter text that the other has.' }),
          }),
        )
        .meta({
          description:
            'Articles published within three weeks of it that have much of the same text, earliest first, whatever stories they are in.',
        }),
      stories: z
        .array(
          z.strictObject({
            storyId: z.uuid(),
            revision: z.int().min(1),
            role: z.enum(['primary', 'background']),
            score: z.number().min(0).max(1),
            passages: z.array(
              z.strictObject({
                ...span,
                strength: strength.optional(),
                strengths: z
                  .array(strength)
                  .optional()
                  .meta({ description: 'The same of each of its sentences, where it has several.' }),
              }),
            ),
            reasons: z.array(z.strictObject({ kind: z.string(), text: z.string(), weight: z.number() })),
            runnerUp: z.strictObject({ storyId: z.uuid(), score: z.number() }).optional(),
            movedFrom: z
              .uuid()
              .optional()
              .meta({ description: 'The story that it was in and that is merged into this one.' }),
            backfilled: z
              .literal(true)
              .optional()
              .meta({ description: 'It was there before the story was tracked, which took it up.' }),
            ruleset: z.strictObject({ name: z.string(), version: z.int() }),
            position: z.string(),
            recordedAt: instant,
          }),
        )
        .meta({ description: 'The stories it is in, and why.' }),
    })
    .meta({ id: 'Article' }),
);
