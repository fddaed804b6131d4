import type { Entities } from '../entities/entities.js';
import { nameWords } from '../entities/name-forms.js';
import { describe, headOf } from '../sentence/descriptions.js';
import { ROLE_NOUNS, UNNAMED_PEOPLE } from '../lexicon/roles.js';
import { written, type Parsed } from '../sentence/parse.js';
import { Genders, type Gender } from './genders.js';
import { KnownDescriptions } from './known-descriptions.js';
import { holderOf } from './office-holders.js';
import { LONGEST_LIST, NamedSpeakers } from './named-speakers.js';
import { paperIssued, Papers, type Heard } from './papers.js';
import {
  beforeDay,
  edges,
  isBodyNoun,
  isIntroduced,
  isOffice,
  isOfSomebody,
  mainSubject,
  isPersonalPronoun,
} from './speaker-phrases.js';
import { SpokenOf, type Speaker } from './spoken-of.js';
import type { Token } from '../reading/tokens.js';

const COMPANIES =
  /^(?:company|bank|firm|airline|carrier|manufacturer|carmaker|automaker|drugmaker|chipmaker|retailer|insurer|lender|group|club|charity)$/;
const SPEECHES =
  /^(?:speech|address|remarks|comments|statement|testimony|words|interview|appearance|letter)$/;
const lowerFirst = (phrase: string): string => phrase.charAt(0).toLowerCase() + phrase.slice(1);

/** In such a name nobody calls the body a company. */
const PUBLIC = new Set(
  'ministry department agency guard police army navy council commission committee court house senate congress nations government administration force forces'.split(
    ' ',
  ),
);

/**
 * Remembers who has spoken and who sentences were about, so that "he", "the official" and "the statement" find their
 * owner.
 */
export class SpeakerTracker {
  private last: Speaker | undefined;
  /** The sentence the last speaker said something in. */
  private lastAt = -1;
  private lastBody: Speaker | undefined;
  private readonly spokenOf = new SpokenOf();
  private readonly descriptions = new KnownDescriptions();
  private readonly genders: Genders;
  private readonly names: NamedSpeakers;
  private readonly papers: Papers;

  constructor(
    private readonly text: string,
    private readonly entities: Entities,
  ) {
    this.genders = new Genders(entities);
    this.names = new NamedSpeakers(text, entities);
    this.papers = new Papers(text, entities, this.names);
  }

  get current(): Speaker | undefined {
    return this.last;
  }

  /** Takes in who is a man and who a woman, before anybody is looked for in the sentence. */
  learn(parsed: Parsed): void {
    this.genders.learn(parsed);
  }

  /** Whom "he" or "she" in a sentence means. */
  private pronoun(parsed: Parsed, at: number, pronoun: Gender): Speaker | undefined {
    const subject = this.subjectBefore(parsed, at);
    if (subject && this.genders.fits(subject, pronoun)) return subject;
    return this.near(parsed, pronoun);
  }

  private near({ sentence }: Parsed, pronoun: Gender): Speaker | undefined {
    return this.spokenOf.he(sentence.index, (speaker) => this.genders.fits(speaker, pronoun));
  }

  /** Notes whom a sentence is about, so that a pronoun in the next one can mean them. */
  note(parsed: Parsed): void {
    const { index } = parsed.sentence;
    if (parsed.tokens.every(({ quoted, type }) => quoted || type !== 'word')) {
      this.spokenOf.skip(index);
      return;
    }
    const main = parsed.clauses.find(({ kind }) => kind === 'main');
    const verb = main?.verb.from ?? 0;
    for (const { entity, from, to } of parsed.mentions)
      if (
        this.entities.list[entity]!.type === 'person' &&
        !parsed.tokens[from]!.quoted &&
        !/^(?:NOUN|PROPN|PART|NUM)$/.test(parsed.tokens[to]?.tag ?? '')
      )
        this.spokenOf.noteNamed(entity, index);
    const subject = main && this.ofSubject(parsed, [main.start, verb]);
    const first = parsed.mentions.find(
      ({ entity, to }) =>
        this.entities.list[entity]!.type === 'person' &&
        // "the Ann Roe concert", "Ann Roe's boat"
        (to === verb || !/^(?:NOUN|PROPN|PART)$/.test(parsed.tokens[to]?.tag ?? '')),
    );
    const quoted = main !== undefined && parsed.tokens[Math.max(main.start, verb - 1)]?.quoted === true;
    // "Ann Roe and her deputies left": "she" may be none of them.
    const joined = main && subject?.kind === 'person' && this.isJoined(parsed, main.start, verb);
    if (joined) this.spokenOf.notePeople();
    else if (subject?.kind === 'person' && !quoted) this.spokenOf.notePerson(subject, index);
    else if (first && first.to <= verb && !parsed.tokens[first.from]!.quoted)
      this.spokenOf.notePerson(this.names.person(first.entity), index);
    else if (!subject) this.noteOwner(parsed);
    if (subject && !quoted) this.spokenOf.noteSubject(subject, index);
    this.notePaper(parsed, subject);
  }

  /** "The fall was a blow to Ann Roe's speech": when nobody else is named, "she" is the one who speaks there. */
  private noteOwner({ tokens, mentions, sentence }: Parsed): void {
    const people = mentions.filter(({ entity }) => this.entities.list[entity]!.type === 'person');
    const [owner] = people;
    if (
      owner &&
      people.every(({ entity }) => entity === owner.entity) &&
      !tokens[owner.from]!.quoted &&
      tokens[owner.to]?.lower === "'s" &&
      SPEECHES.test(tokens[owner.to + 1]?.lower ?? '')
    )
      this.spokenOf.notePerson(this.names.person(owner.entity), sentence.index);
  }

  /** "The board sent a letter": whoever issues a paper is behind it later on. */
  private notePaper(parsed: Parsed, subject: Speaker | undefined): void {
    const paper = paperIssued(parsed);
    const issuer = this.lastAt === parsed.sentence.index ? this.last : subject;
    if (paper && issuer && issuer.kind !== 'outlet') this.papers.note(paper, issuer);
    // "The harbour denied it in a statement": nobody knows whose, so that it is not the last speaker's.
    else if (paper && !issuer) {
      this.last = this.lastBody = undefined;
      this.papers.forget(paper);
    }
  }

  /** Whether a subject (token range) goes on with "and" behind the first name in it. */
  private isJoined({ tokens, mentions }: Parsed, from: number, to: number): boolean {
    const name = mentions.find((mention) => mention.from >= from && mention.to < to);
    return name !== undefined && tokens[name.to]!.lower === 'and';
  }

  /** Who a clause is about: a pronoun goes on about the one before. */
  private ofSubject(parsed: Parsed, range: readonly [number, number]): Speaker | undefined {
    const [from, to] = edges(parsed.tokens, range);
    if (to <= from) return undefined;
    if (isPersonalPronoun(parsed.tokens[from]!))
      return to - from === 1 ? this.resolve(parsed, [from, to]) : undefined;
    return (
      this.names.several(parsed, from, to) ??
      this.names.named(parsed, from, to) ??
      this.described(parsed, from, to) ??
      this.names.body(parsed, from, to)
    );
  }

  /** The person who is subject of the sentence so far: "Ann Roe left when she said …". */
  private subjectBefore(parsed: Parsed, at: number): Speaker | undefined {
    const main = parsed.clauses.find(({ kind }) => kind === 'main')?.verb.from ?? 0;
    const subject = parsed.mentions.find(
      (mention) => mention.to <= Math.min(at, main) && this.entities.list[mention.entity]!.type === 'person',
    );
    return subject && parsed.tokens[subject.to]?.lower !== "'s"
      ? this.names.person(subject.entity)
      : undefined;
  }

  /** Makes a speaker the one that following quotations continue. */
  remember(speaker: Speaker, { sentence }: Parsed): void {
    this.last = speaker;
    this.lastAt = sentence.index;
    this.spokenOf.noteSpeaker(speaker, sentence.index);
    if (speaker.kind === 'body') this.lastBody = speaker;
  }

  /** A person who is said to have said something: "he" may be them, unless it is one who says so. */
  mention(person: Speaker, teller: Speaker, { sentence }: Parsed): void {
    if (person.kind === 'person' && teller.kind === 'body') this.spokenOf.notePerson(person, sentence.index);
  }

  /**
   * Who a noun phrase (token range) is; undefined when it is nobody who can speak.
   *
   * @param said token range of the words said, where they stand before: "Ann left, he said" is not Ann's
   */
  resolve(
    parsed: Parsed,
    range: readonly [number, number],
    said?: readonly [number, number],
  ): Speaker | undefined {
    const { tokens, sentence } = parsed;
    const [start, last] = edges(tokens, range);
    const to = beforeDay(parsed, start, last);
    // "Last week the agency said", "On Monday the agency said"
    const on = tokens[start]?.tag === 'ADP' ? start + 1 : start;
    const date = parsed.dates.find((each) => (each.from === start || each.from === on) && each.to < to);
    const from = date ? edges(tokens, [date.to, to])[0] : start;
    if (to <= from) return this.subjectOfSentence(parsed, range[0]);
    const first = tokens[from]!.lower;
    if (to - from <= 2 && (first === 'he' || first === 'she')) {
      if (!said) return this.pronoun(parsed, from, first);
      // "Ann Roe went further: “The quay is gone,” she said."
      if (tokens[said[1] - 1]?.quoted && !tokens[said[0]]!.quoted && tokens[said[0]]!.lower !== '"')
        return this.pronoun(parsed, from, first);
      const meant = this.near(parsed, first);
      const told = parsed.mentions.some(
        (mention) => mention.entity === meant?.entity && mention.from >= said[0] && mention.to <= said[1],
      );
      return told && !tokens[said[0]]!.quoted ? undefined : meant;
    }
    if (to - from <= 2 && first === 'they') return this.spokenOf.they(sentence.index);
    if (to - from <= 2 && first === 'it') return this.spokenOf.it(sentence.index);
    if (to - from === 1 && /^(?:who|which|that|i|we|you)$/.test(first)) return undefined;
    return (
      this.names.several(parsed, from, to) ??
      this.names.named(parsed, from, to) ??
      this.names.outlet(parsed, from, to) ??
      this.papers.speaker(parsed, from, to, this.heard(sentence.index)) ??
      this.names.apposed(parsed, from, to) ??
      this.described(parsed, from, to, said) ??
      this.names.body(parsed, from, to)
    );
  }

  private heard(at: number): Heard {
    return { subject: this.spokenOf.it(at), last: this.last, lastBody: this.lastBody };
  }

  /** "The agency closed the road and said …": said by the subject of the sentence. */
  private subjectOfSentence(parsed: Parsed, at: number): Speaker | undefined {
    const [from, to] = mainSubject(parsed);
    if (to >= at || edges(parsed.tokens, [from, to])[0] >= to) return undefined;
    return this.resolve(parsed, [from, to]);
  }

  /** Somebody unnamed, or a person known by office: "a senior official", "the mayor". */
  private described(
    parsed: Parsed,
    from: number,
    to: number,
    said?: readonly [number, number],
  ): Speaker | undefined {
    const { tokens } = parsed;
    const head = headOf(tokens, from, to);
    if (head === undefined) return undefined;
    const word = tokens[head]!.lower;
    // "not as good as the experts hoped": a measure.
    if (tokens[from]!.lower === 'as') return undefined;
    // "some 62 percent of those asked"
    if (tokens.slice(from, to).some(({ lower }) => /^(?:%|percent|pct)$/.test(lower))) return undefined;
    // "some of Roe's friends": without of whom they are nobody.
    if (/^(?:some|many|others)$/.test(word) && tokens[head + 1]?.lower === 'of' && to - head <= LONGEST_LIST)
      return { text: lowerFirst(written(this.text, tokens, head, to)), kind: 'unnamed' };
    if (isOfSomebody(tokens, from, head, to))
      return { text: lowerFirst(written(this.text, tokens, from, to)), kind: 'unnamed' };
    const definite = /^(?:the|both|one|these|those)$/.test(tokens[from]!.lower);
    // "the navy" is nobody's office, though an admiral of it is named.
    if (!isBodyNoun(tokens, head) && (definite || ROLE_NOUNS.has(word))) {
      const holder = holderOf(this.entities, tokens, from, head);
      if (holder !== undefined) return this.names.person(holder);
    }
    // "the Union of Concerned Scientists": a name is no description.
    if (this.names.isNamed(parsed, head)) return undefined;
    const own = /^(?:his|her)$/.test(tokens[from]!.lower);
    if (!UNNAMED_PEOPLE.has(word) && !own && !isIntroduced(tokens, from, head)) return undefined;
    const { index } = parsed.sentence;
    // "The driver was old, said his wife": the driver's, whoever was spoken of before.
    if (
      own &&
      said &&
      !this.subjectBefore(parsed, from) &&
      headOf(tokens, ...mainSubject(parsed)) !== undefined
    )
      return undefined;
    const pronoun = tokens[from]!.lower === 'his' ? 'he' : 'she';
    const owner = own ? (said ? this.pronoun(parsed, from, pronoun) : this.near(parsed, pronoun)) : undefined;
    // "her father": whose, has to be known.
    if (own && owner?.kind !== 'person' && !UNNAMED_PEOPLE.has(word)) return undefined;
    const institution = isBodyNoun(tokens, head) || (!own && definite && isOffice(tokens, head));
    if (institution && tokens[from]!.lower === 'the') {
      const known = this.bodyMeant(index, tokens, from, head);
      if (known) return known;
    }
    const plain = describe(this.text, tokens, own && !owner ? from + 1 : from, head, to);
    const description =
      owner?.kind === 'person'
        ? { ...plain, text: plain.text.replace(/^\S+/, `${owner.text}'s`) }
        : this.descriptions.completed(plain, definite);
    this.descriptions.note(description);
    return { text: description.text, kind: institution ? 'body' : 'unnamed' };
  }

  /** "the agency", "the company": the one organisation so called, or the one the sentence before was about. */
  private bodyMeant(
    index: number,
    tokens: readonly Token[],
    from: number,
    head: number,
  ): Speaker | undefined {
    if (head !== from + 1) return undefined;
    const word = tokens[head]!.lower;
    const called = this.entities.list.flatMap(({ name, type }, entity) =>
      type === 'organisation' && nameWords(name).includes(word) ? [entity] : [],
    );
    if (called.length === 1) return this.names.ofEntity(called[0]!);
    const subject = COMPANIES.test(word) ? this.spokenOf.it(index) : undefined;
    const entity = subject?.entity === undefined ? undefined : this.entities.list[subject.entity];
    return entity?.type === 'organisation' && !nameWords(entity.name).some((part) => PUBLIC.has(part))
      ? subject
      : undefined;
  }
}
