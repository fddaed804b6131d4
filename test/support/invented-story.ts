import type {
  Analysis,
  Claim,
  Development,
  DevelopmentStatus,
  EntityType,
  Figure,
  ResolvedDate,
  Span,
} from '../../src/domain/statements.js';
import type { StoryRole } from '../../src/domain/story.js';
import { contribute, type Contribution } from '../../src/projections/story-state/content/contribution.js';

/** An article of an invented story, with what an analyzer might have found: names are looked up in the text. */
export interface Invented {
  readonly id?: string;
  readonly publisher?: string;
  readonly publishedAt: string;
  readonly timezone?: string;
  readonly title?: string;
  readonly role?: StoryRole;
  readonly sentences: readonly InventedSentence[];
  /** Name, type, aliases, role. */
  readonly entities?: readonly (readonly [
    name: string,
    type: EntityType,
    aliases?: readonly string[],
    role?: string,
  ])[];
  readonly relays?: readonly string[];
  readonly print?: string;
  /** Sentences that threading gave to the story; all of them when absent. */
  readonly threaded?: readonly number[];
  /** How much each sentence tells of the story, where threading has judged that. */
  readonly strengths?: readonly number[];
}

export interface InventedSentence {
  readonly text: string;
  readonly development?: {
    readonly date: string | ResolvedDate;
    readonly status?: DevelopmentStatus;
    readonly salience?: number;
    /** The sentence does not say the day. */
    readonly undated?: true;
  };
  readonly figures?: readonly Partial<Figure>[];
  readonly claim?: Partial<Claim> & { readonly speaker: string; readonly words: string };
}

/** The contribution that such an article makes: every sentence is a passage of its own. */
export function contributionOf(article: Invented): Contribution {
  const text = article.sentences.map((it) => it.text).join('\n');
  const spans: Span[] = [];
  for (const { text: sentence } of article.sentences) {
    const start = spans.length === 0 ? 0 : spans.at(-1)!.end + 1;
    spans.push({ start, end: start + sentence.length });
  }
  const entities = (article.entities ?? []).map(([name, type, aliases = [], role]) => ({
    name,
    type,
    aliases,
    ...(role ? { role } : {}),
    mentions: apart([name, ...aliases].flatMap((form) => occurrences(text, form))),
  }));
  const named = (span: Span): number[] =>
    entities.flatMap((it, i) =>
      it.mentions.some((m) => m.start >= span.start && m.end <= span.end) ? [i] : [],
    );
  const day = article.publishedAt.slice(0, 10);
  const developments: Development[] = [];
  const figures: Figure[] = [];
  const claims: Claim[] = [];
  article.sentences.forEach((sentence, passage) => {
    const span = spans[passage]!;
    if (sentence.development) {
      const { date, status = 'happened', salience = 0.6, undated } = sentence.development;
      developments.push({
        ...span,
        date: typeof date === 'string' ? { from: date, to: date, precision: 'day' } : date,
        ...(undated ? {} : { dateSpan: span }),
        status,
        salience,
        entities: named(span),
        passage,
      });
    }
    for (const figure of sentence.figures ?? []) {
      figures.push({
        ...span,
        value: 0,
        unit: 'people',
        subject: '',
        valueSpan: span,
        salience: 0.5,
        passage,
        ...figure,
      });
    }
    if (sentence.claim) {
      const { words, ...claim } = sentence.claim;
      const start = span.start + sentence.text.indexOf(words);
      const entity = entities.findIndex((it) => [it.name, ...it.aliases].includes(claim.speaker));
      claims.push({
        start,
        end: start + words.length,
        anonymous: false,
        quoted: true,
        kind: 'statement',
        saidOn: day,
        salience: 0.5,
        passage,
        ...(entity >= 0 ? { entity } : {}),
        ...claim,
      });
    }
  });
  const analysis: Analysis = {
    analyzer: { name: 'invented', version: 1 },
    language: 'en',
    passages: spans.map((span) => ({ ...span, kind: 'paragraph', sentences: [span] })),
    entities,
    developments,
    figures,
    claims,
    relays: article.relays ?? [],
    ...(article.print === undefined ? {} : { print: article.print }),
  };
  const id = article.id ?? `${article.publisher ?? 'The Harbour Post'}-${article.publishedAt}`;
  const publisher = article.publisher ?? 'The Harbour Post';
  return contribute(
    {
      articleId: id,
      revision: 1,
      title: article.title ?? article.sentences[0]!.text,
      text,
      publisher,
      publishedAt: article.publishedAt,
      ...(article.timezone ? { timezone: article.timezone } : {}),
      contentHash: '',
    },
    article.publishedAt,
    analysis,
    {
      storyId: 'story',
      articleId: id,
      revision: 1,
      role: article.role ?? 'primary',
      score: 0.8,
      passages: article.strengths
        ? spans.map((span, i) => ({ ...span, strength: article.strengths![i]! }))
        : article.threaded
          ? article.threaded.map((i) => spans[i]!)
          : [{ start: 0, end: text.length }],
      reasons: [],
      ruleset: { name: 'invented', version: 1 },
      publishedAt: article.publishedAt,
      textPosition: '1',
      analysisPosition: '2',
    },
  );
}

/** A surname inside the full name is no mention of its own. */
const apart = (spans: readonly Span[]): Span[] =>
  spans.filter(
    (it) => !spans.some((other) => other !== it && other.start <= it.start && other.end >= it.end),
  );

function occurrences(text: string, form: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
    found.push({ start: at, end: at + form.length });
  }
  return found;
}

/** A report of an invented story at noon of a day, which names two places and whom it is said to name. */
export const reportOf = (
  publisher: string,
  day: string,
  sentences: readonly InventedSentence[],
  people: readonly string[] = [],
): Contribution =>
  contributionOf({
    publisher,
    publishedAt: `${day}T12:00:00Z`,
    sentences,
    entities: [...people.map((name) => [name, 'person'] as const), ['Velm', 'place'], ['Orm', 'place']],
  });
