import { z } from 'zod';
import { describes } from '../shared/http/describes.js';
import type {
  ArticleOrigin,
  StateArticle,
  StateClaim,
  StoryState,
  FigureSubject,
  SummarySentence,
  TimelineEntry,
} from '../domain/story-state.js';

// The shape of a story's state in answers. `describes` keeps it in step with the domain's types, and a test checks
// real answers against the document that is made from it.

const instant = z.iso.datetime();
const day = z.iso.date();
const precision = z.enum(['day', 'week', 'month', 'year', 'range']);

export const SourceAnswer = z
  .strictObject({
    articleId: z.uuid(),
    revision: z.int().min(1),
    publisher: z.string(),
    publishedAt: instant,
    start: z.int().min(0).meta({ description: 'First character, in UTF-16 units of that revision’s text.' }),
    end: z.int().min(0).meta({ description: 'Character after the last.' }),
  })
  .meta({
    id: 'Source',
    description: 'Where a statement comes from: characters of one revision of one article.',
  });

const sources = z.array(SourceAnswer);

const when = {
  date: day.meta({ description: 'First day of the period.' }),
  until: day.optional().meta({ description: 'Last day of the period; absent for a single day.' }),
  precision,
  plannedFor: z
    .strictObject({ date: day, until: day.optional(), precision })
    .optional()
    .meta({ description: 'The day or period a plan is for; `date` is that of its report.' }),
};

export const SummarySentenceAnswer = describes<SummarySentence>()(
  z.strictObject({ ...when, text: z.string(), sources }).meta({
    id: 'SummarySentence',
    description: 'The text of a timeline entry, with its dates: it may say "Tuesday" or "next week".',
  }),
);

export const TimelineEntryAnswer = describes<TimelineEntry>()(
  z
    .strictObject({
      ...when,
      status: z.enum(['happened', 'planned', 'cancelled', 'postponed']),
      dayPassed: z.literal(true).optional().meta({
        description:
          'Of a plan: its day had gone by at the newest report of this state, and none says what became of it. Read it as "was planned for".',
      }),
      text: z.string(),
      people: z.array(z.string()),
      places: z.array(z.string()),
      sources,
    })
    .meta({ id: 'TimelineEntry' }),
);

export const FigureAnswer = describes<FigureSubject>()(
  z
    .strictObject({
      subject: z.string(),
      unit: z.string(),
      contested: z
        .boolean()
        .meta({ description: 'Whether values differ beyond what their qualifiers allow.' }),
      values: z.array(
        z.strictObject({
          value: z.number(),
          upper: z.number().optional().meta({ description: 'Of a range.' }),
          qualifier: z.string().optional(),
          attributedTo: z.string().optional(),
          reportedAt: instant,
          sources,
        }),
      ),
    })
    .meta({ id: 'Figure' }),
);

export const ClaimAnswer = describes<StateClaim>()(
  z
    .strictObject({
      speaker: z.string(),
      role: z.string().optional(),
      anonymous: z.boolean(),
      text: z.string(),
      quoted: z.boolean(),
      kind: z.enum(['statement', 'denial', 'no-comment']),
      saidOn: day,
      through: z
        .string()
        .optional()
        .meta({ description: 'The outlet it was said to, when another than the publisher.' }),
      sources,
    })
    .meta({ id: 'Claim' }),
);

export const copyKinds = z.enum(['copy', 'edited', 'rewritten']);

export const ArticleOriginAnswer = describes<ArticleOrigin>()(
  z
    .strictObject({
      kind: z.enum(['relay', ...copyKinds.options]),
      publisher: z.string(),
      articleId: z.uuid().optional().meta({ description: 'The original, when it is here.' }),
    })
    .meta({
      id: 'ArticleOrigin',
      description:
        'Whose reporting an article is: it says so itself (`relay`), or another outlet had its text before: the same (`copy`), with edits or cuts (`edited`), or whole sentences of it (`rewritten`).',
    }),
);

export const StateArticleAnswer = describes<StateArticle>()(
  z
    .strictObject({
      id: z.uuid(),
      revision: z.int().min(1),
      title: z.string(),
      url: z.string().optional(),
      publisher: z.string(),
      publishedAt: instant,
      role: z.enum(['primary', 'background']),
      score: z.number(),
      origin: ArticleOriginAnswer.optional(),
    })
    .meta({ id: 'StateArticle' }),
);

export const status = z.enum(['open', 'dormant', 'closed', 'merged']);

export const StoryStateAnswer = describes<StoryState>()(
  z
    .strictObject({
      id: z.uuid(),
      slug: z.string(),
      title: z.string(),
      status,
      mergedInto: z
        .uuid()
        .optional()
        .meta({ description: 'Of a merged story: the one in which it lives on.' }),
      version: z.int().min(1),
      at: instant,
      knownAt: instant,
      position: z.string().meta({ description: 'In the log, of the change that made this version.' }),
      summary: z.array(SummarySentenceAnswer),
      timeline: z.array(TimelineEntryAnswer),
      figures: z.array(FigureAnswer),
      claims: z.array(ClaimAnswer),
      entities: z.array(
        z.strictObject({
          name: z.string(),
          type: z.enum(['person', 'organisation', 'place']),
          aliases: z.array(z.string()),
          role: z.string().optional(),
          mentions: z.int().min(0),
        }),
      ),
      articles: z.strictObject({
        total: z.int().min(0),
        independentOrigins: z.int().min(0),
        items: z.array(StateArticleAnswer),
      }),
      publishers: z.array(z.strictObject({ name: z.string(), articles: z.int().min(1) })),
    })
    .meta({
      id: 'StoryState',
      description:
        'What a story looked like at a moment. Long lists are cut to their newest or weightiest items; the routes of the parts have all of them.',
    }),
);
