import type {
  AnalyzedEntity,
  Claim,
  Development,
  Figure,
  Passage,
  Span,
} from '../../src/domain/statements.js';
import type { Random } from './random.js';
import * as vocabulary from './vocabulary.js';

/** Who and what a story is about. */
export interface Cast {
  readonly people: readonly { readonly name: string; readonly role: string }[];
  readonly organisations: readonly string[];
  readonly places: readonly string[];
  readonly objects: readonly string[];
}

/** An article and what there is to find in it. */
export interface GeneratedArticle {
  readonly title: string;
  readonly text: string;
  readonly publisher: string;
  readonly publishedAt: string;
  readonly passages: readonly Passage[];
  readonly entities: readonly AnalyzedEntity[];
  readonly developments: readonly Development[];
  readonly figures: readonly Figure[];
  readonly claims: readonly Claim[];
}

const WORDS = 600;
const DAY_MS = 86_400_000;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export function newCast(random: Random): Cast {
  const many = <T>(n: number, make: () => T): T[] => Array.from({ length: n }, make);
  const surname = (): string => random.pick(vocabulary.SURNAME_HEADS) + random.pick(vocabulary.SURNAME_TAILS);
  return {
    people: many(14, () => ({
      name: `${random.pick(vocabulary.FIRST_NAMES)} ${surname()}`,
      role: random.pick(vocabulary.ROLES),
    })),
    organisations: many(
      6,
      () => `${random.pick(vocabulary.ORGANISATION_HEADS)} ${random.pick(vocabulary.ORGANISATION_TAILS)}`,
    ),
    places: many(5, () => random.pick(vocabulary.PLACES)),
    objects: many(6, () => random.pick(vocabulary.OBJECTS)),
  };
}

/** A report of some 600 words: developments, figures, quotes and what stands between them. */
export function generateArticle(random: Random, cast: Cast, publishedAt: Date): GeneratedArticle {
  return new Writer(random, cast, publishedAt).write();
}

/** Writes sentence by sentence and notes where everything is. */
class Writer {
  private text = '';
  private sentences: Span[] = [];
  private readonly passages: Passage[] = [];
  private readonly mentions = new Map<
    string,
    { type: AnalyzedEntity['type']; role?: string; spans: Span[] }
  >();
  private readonly developments: Development[] = [];
  private readonly figures: Figure[] = [];
  private readonly claims: Claim[] = [];

  constructor(
    private readonly random: Random,
    private readonly cast: Cast,
    private readonly publishedAt: Date,
  ) {}

  write(): GeneratedArticle {
    const { random } = this;
    const kinds = [
      () => this.development(),
      () => this.development(),
      () => this.figure(),
      () => this.quote(),
      () => this.background(),
      () => this.background(),
      () => this.background(),
    ];
    this.development();
    for (let words = 0; words < WORDS; words = this.text.split(' ').length) {
      random.pick(kinds)();
      if (this.sentences.length >= 2 && random.chance(0.6)) this.endPassage();
    }
    this.endPassage();
    const { name } = random.pick(this.cast.people);
    return {
      title: `${name} and ${random.pick(this.cast.objects)}: ${random.pick(vocabulary.ADJECTIVES)} ${random.pick(vocabulary.NOUNS)} in ${random.pick(this.cast.places)}`,
      text: this.text,
      publisher: random.pick(vocabulary.PUBLISHERS),
      publishedAt: this.publishedAt.toISOString(),
      passages: this.passages,
      entities: [...this.mentions].map(([entity, { type, role, spans }]) => ({
        name: entity,
        type,
        aliases: [],
        ...(role ? { role } : {}),
        mentions: spans,
      })),
      developments: this.developments,
      figures: this.figures,
      claims: this.claims,
    };
  }

  private development(): void {
    const { random, cast } = this;
    const day = new Date(this.publishedAt.getTime() - random.below(5) * DAY_MS);
    const weekday = WEEKDAYS[day.getUTCDay()]!;
    const { name, role } = random.pick(cast.people);
    const place = random.pick(cast.places);
    const start = this.begin();
    this.say('On ');
    const dateSpan = this.say(weekday);
    this.say(', ');
    const who = this.mention(name, 'person', role);
    this.say(` ${random.pick(vocabulary.ACTIONS)} ${random.pick(cast.objects)} in `);
    const where = this.mention(place, 'place');
    this.say(` ${this.clause()}.`);
    const date = day.toISOString().slice(0, 10);
    this.developments.push({
      ...this.end(start),
      date: { from: date, to: date, precision: 'day' },
      dateSpan,
      status: random.chance(0.1) ? 'planned' : 'happened',
      entities: [who, where],
      salience: random.next(),
      passage: this.passages.length,
    });
  }

  private figure(): void {
    const { random, cast } = this;
    const { unit, subject } = random.pick(vocabulary.COUNTED);
    const qualifier = random.pick(vocabulary.QUALIFIERS);
    const value = (1 + random.below(99)) * 10 ** (1 + random.below(3));
    const place = random.pick(cast.places);
    const organisation = random.pick(cast.organisations);
    const start = this.begin();
    this.say(`${qualifier[0]!.toUpperCase()}${qualifier.slice(1)} `);
    const valueSpan = this.say(value.toLocaleString('en-US'));
    this.say(` ${subject} ${random.pick(vocabulary.COUNT_VERBS)} in `);
    this.mention(place, 'place');
    this.say(' this week, according to the ');
    this.mention(organisation, 'organisation');
    this.say(` ${this.clause()}.`);
    this.figures.push({
      ...this.end(start),
      value,
      qualifier,
      unit,
      subject: `${subject} in ${place}`,
      attributedTo: organisation,
      valueSpan,
      salience: random.next(),
      passage: this.passages.length,
    });
  }

  private quote(): void {
    const { random, cast } = this;
    const { name, role } = random.pick(cast.people);
    const quoted = random.chance(0.6);
    const start = this.begin();
    const words = `${this.random.pick(['we', 'they', 'the partners'])} know that the ${this.clause()}`;
    let span: Span;
    let entity: number;
    if (quoted) {
      this.say('"');
      span = this.say(words[0]!.toUpperCase() + words.slice(1));
      this.say('," said ');
      entity = this.mention(name, 'person', role);
      this.say(`, ${role}.`);
    } else {
      entity = this.mention(name, 'person', role);
      this.say(`, ${role}, said that `);
      span = this.say(words);
      this.say('.');
    }
    this.end(start);
    this.claims.push({
      ...span,
      speaker: name,
      entity,
      anonymous: false,
      role,
      quoted,
      kind: 'statement',
      saidOn: this.publishedAt.toISOString().slice(0, 10),
      salience: random.next(),
      passage: this.passages.length,
    });
  }

  private background(): void {
    const start = this.begin();
    this.say(`The ${this.clause()}, ${this.random.pick(vocabulary.LINKS)} the ${this.clause()}.`);
    this.end(start);
  }

  private clause(): string {
    const { random } = this;
    const thing = (): string => `${random.pick(vocabulary.ADJECTIVES)} ${random.pick(vocabulary.NOUNS)}`;
    return `${thing()} ${random.pick(vocabulary.VERBS)} ${random.pick(vocabulary.LINKS)} the ${thing()} of the ${random.pick(vocabulary.NOUNS)} ${random.pick(vocabulary.VERBS)}`;
  }

  private begin(): number {
    if (this.sentences.length > 0) this.text += ' ';
    else if (this.passages.length > 0) this.text += '\n\n';
    return this.text.length;
  }

  private say(words: string): Span {
    const start = this.text.length;
    this.text += words;
    return { start, end: this.text.length };
  }

  /** The entity's index. */
  private mention(name: string, type: AnalyzedEntity['type'], role?: string): number {
    const known = this.mentions.get(name) ?? { type, ...(role ? { role } : {}), spans: [] };
    known.spans.push(this.say(name));
    this.mentions.set(name, known);
    return [...this.mentions.keys()].indexOf(name);
  }

  private end(start: number): Span {
    const sentence = { start, end: this.text.length };
    this.sentences.push(sentence);
    return sentence;
  }

  private endPassage(): void {
    const [first] = this.sentences;
    if (!first) return;
    this.passages.push({
      start: first.start,
      end: this.text.length,
      kind: 'paragraph',
      sentences: this.sentences,
    });
    this.sentences = [];
  }
}
