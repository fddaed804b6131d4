import type {
  Analysis,
  DatePrecision,
  DevelopmentStatus,
  EntityType,
  Span,
} from '../../../domain/statements.js';
import type { StoryPassage, StoryRole } from '../../../domain/story.js';
import { bearingOf, emphasis } from './relevance.js';
import { daysBetween } from './calendar.js';
import type { ContributedClaim, ContributedDevelopment, ContributedFigure } from './contributed.js';
import { compareText } from './records.js';
import { contentStems, textKey } from './words.js';
import { leansOnList, wording } from './wording.js';

/** Longer statements are cut at a word; their span is not. */
const MAX_TEXT = 420;
/** What a claim keeps of its weight when it cannot be read alone. */
const LEANING = 0.6;
/** Of each kind, the most salient: no report has as many, and a hostile one must not fill a story. */
const MAX_STATEMENTS = 300;

/** Copies statements out of an article's text. */
export class StatementCopier {
  /**
   * @param day of publication in the newsroom's zone
   * @param chosen by passage, what threading says of it; undefined when it does not belong to the story
   */
  constructor(
    private readonly text: string,
    private readonly day: string,
    private readonly analysis: Analysis,
    private readonly chosen: readonly (StoryPassage | undefined)[],
    private readonly role: StoryRole,
  ) {}

  developments(): ContributedDevelopment[] {
    return this.inStory(this.analysis.developments).map(({ it, salience, bearing }) => {
      const text = this.copy(it);
      const place = placed(it.date, it.status, this.day);
      const reads = wording(text, it.entities.length);
      const weight = round(salience * reads);
      const prominence = round(it.salience * reads);
      const lasts = lasting(place, this.day);
      return {
        key: textKey(`${place.date} ${place.status} ${text}`),
        text: asSentence(text),
        start: it.start,
        end: it.end,
        ...place,
        people: this.names(it.entities, 'person'),
        places: this.names(it.entities, 'place'),
        ...(it.dateSpan ? {} : { undated: true as const }),
        weight,
        ...bearing,
        ...(prominence > weight ? { prominence } : {}),
        ...(lasts > 0 ? { standing: round(weight + lasts) } : {}),
      };
    });
  }

  figures(): ContributedFigure[] {
    return this.inStory(this.analysis.figures).map(({ it, salience, bearing }) => {
      const subject = [...new Set(contentStems(it.subject))].sort(compareText).join(' ');
      const number = `${it.value}|${it.upper ?? ''}|${it.qualifier ?? ''}`;
      return {
        key: `${textKey(`${it.unit} ${subject}`)}=${textKey(`${number} ${it.attributedTo ?? ''}`)}`,
        subject: it.subject,
        unit: it.unit,
        value: it.value,
        ...(it.upper !== undefined ? { upper: it.upper } : {}),
        ...(it.qualifier ? { qualifier: it.qualifier } : {}),
        ...(it.attributedTo ? { attributedTo: it.attributedTo } : {}),
        from: earlier(it.date?.from ?? this.day, this.day),
        to: earlier(it.date?.to ?? this.day, this.day),
        start: it.start,
        end: it.end,
        weight: round(salience),
        ...bearing,
      };
    });
  }

  claims(): ContributedClaim[] {
    return this.inStory(this.analysis.claims).map(({ it, salience, bearing }) => {
      const text = this.copy(it);
      const reads = leansOnList(text) ? LEANING : 1;
      const entity = it.entity === undefined ? undefined : this.analysis.entities[it.entity];
      const speaker = entity?.name ?? it.speaker;
      return {
        key: textKey(`${it.kind} ${speaker}: ${text}`),
        speaker,
        named: entity !== undefined,
        anonymous: it.anonymous,
        ...(it.role ? { role: it.role } : {}),
        text,
        quoted: it.quoted,
        kind: it.kind,
        saidOn: earlier(it.saidOn, this.day),
        ...(it.through ? { through: it.through } : {}),
        start: it.start,
        end: it.end,
        weight: round(salience * reads),
        ...bearing,
      };
    });
  }

  /** With their salience in this story; the most salient if there are too many, in reading order. */
  private inStory<T extends Span & { readonly passage: number; readonly salience: number }>(
    all: readonly T[],
  ): { it: T; salience: number; bearing: { bearing?: number } }[] {
    const { passages } = this.analysis;
    const statements = all.flatMap((it) => {
      const told = this.chosen[it.passage];
      if (!told) return [];
      const bearing = bearingOf(it, told, { role: this.role, passages, passage: it.passage });
      const salience = it.salience * emphasis(bearing);
      return [{ it, salience, bearing: bearing === undefined ? {} : { bearing: round(bearing) } }];
    });
    if (statements.length <= MAX_STATEMENTS) return statements;
    return statements
      .sort((a, b) => b.salience - a.salience || a.it.start - b.it.start)
      .slice(0, MAX_STATEMENTS)
      .sort((a, b) => a.it.start - b.it.start);
  }

  private names(indexes: readonly number[], type: EntityType): string[] {
    const names = new Set<string>();
    for (const i of indexes) {
      const entity = this.analysis.entities[i];
      if (entity?.type === type) names.add(entity.name);
    }
    return [...names];
  }

  private copy(span: Span): string {
    const line = inOneLine(this.text.slice(span.start, span.end));
    if (line.length <= MAX_TEXT) return line;
    const cut = line.slice(0, MAX_TEXT);
    return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_TEXT - 40)).replace(/[\s,;:–—-]+$/, '')} …`;
  }
}

/** Without bullets and line breaks; most statements have none. */
function inOneLine(text: string): string {
  if (!/[^\S ]|  |^[-–—•*·\s]|\s$/.test(text)) return text;
  return text
    .replace(/\n\s*[-–—•*·]+\s+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[-–—•*·]+\s+/, '')
    .trim();
}

/**
 * Where a development stands on the timeline. Nothing may be dated after the report: what lies ahead stands on the day
 * it was reported and keeps its own day apart, and a period that is still running ends with the report.
 */
function placed(
  date: { from: string; to: string; precision: DatePrecision },
  status: DevelopmentStatus,
  day: string,
): Pick<ContributedDevelopment, 'date' | 'until' | 'precision' | 'status' | 'plannedFor'> {
  const ahead = date.from > day || (status !== 'happened' && date.to > day);
  if (ahead) {
    return {
      date: day,
      precision: 'day',
      status,
      ...(status === 'happened' ? {} : { plannedFor: { ...date } }),
    };
  }
  const until = earlier(date.to, day);
  return { date: date.from, ...(until > date.from ? { until } : {}), precision: date.precision, status };
}

/** 0..0.5: grows with the time between a day and a report that still speaks of it, for a year. */
function lasting(place: { date: string; precision: DatePrecision }, day: string): number {
  const age = daysBetween(place.date, day);
  return place.precision !== 'day' || age < 7 || age > 400 ? 0 : Math.min(0.5, 0.1 * Math.log2(age / 3.5));
}

/** The day that an entry of a chronology opens with, "June 12, 2031 - The ferry sank": it is shown apart. */
const ENTRY_DAY =
  /^(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?|\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*(?: \d{4})?)(?::| ?[–—]| -{1,2}) (?=\p{Lu})/u;

/** A clause taken out of its sentence stands as one of its own. */
const asSentence = (text: string): string =>
  text.replace(ENTRY_DAY, '').replace(/^\p{Ll}(?=\p{Ll}|\s)/u, (letter) => letter.toUpperCase()) +
  (/[.!?…]["”’')\]]*$/.test(text) ? '' : '.');

const earlier = (a: string, b: string): string => (a < b ? a : b);

const round = (n: number): number => Math.round(n * 1000) / 1000;
