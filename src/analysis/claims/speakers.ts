import { INSTITUTIONS, isDocument, isFindingDocument } from '../lexicon/speech.js';
import type { Entities, Mention } from '../entities/entities.js';
import { nameWords } from '../entities/name-forms.js';
import { isOutletEntity } from './outlets.js';
import { describe, headOf, isProper, NOT_MODIFIERS, ORDINALS } from '../sentence/descriptions.js';
import { ROLE_NOUNS, UNNAMED_PEOPLE } from '../lexicon/roles.js';
import { mentionAt, written, type Parsed } from '../sentence/parse.js';
import { KnownDescriptions } from './known-descriptions.js';
import { edges, isIntroduced, isOffice, isPersonalPronoun } from './speaker-phrases.js';
import { SpokenOf, type Speaker } from './spoken-of.js';
import type { Token } from '../reading/tokens.js';

const COMPANIES =
  /^(?:company|bank|firm|airline|carrier|manufacturer|retailer|insurer|lender|group|club|charity)$/;
/** Tokens; what is longer is no list of speakers. */
const LONGEST_LIST = 20;
/** What is done to a paper by whoever is behind it; the last words of "carried out", too. */
const MADE =
  /^(?:published|released|issued|written|prepared|commissioned|compiled|conducted|made|done|produced|drafted|signed|sent|posted|filed|led|funded|sponsored)$/;
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
  private lastBody: Speaker | undefined;
  private readonly spokenOf = new SpokenOf();
  private readonly descriptions = new KnownDescriptions();
  /** The papers that have spoken, by their noun. */
  private readonly papers: { readonly word: string; readonly speaker: Speaker }[] = [];

  constructor(
    private readonly text: string,
    private readonly entities: Entities,
  ) {}

  get current(): Speaker | undefined {
    return this.last;
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
    if (subject?.kind === 'person' && !quoted) this.spokenOf.notePerson(subject, index);
    else if (first && first.to <= verb && !parsed.tokens[first.from]!.quoted)
      this.spokenOf.notePerson(this.person(first.entity), index);
    if (subject && !quoted) this.spokenOf.noteSubject(subject, index);
  }

  /** Who a clause is about: a pronoun goes on about the one before. */
  private ofSubject(parsed: Parsed, range: readonly [number, number]): Speaker | undefined {
    const [from, to] = edges(parsed.tokens, range);
    if (to <= from) return undefined;
    if (isPersonalPronoun(parsed.tokens[from]!))
      return to - from === 1 ? this.resolve(parsed, [from, to]) : undefined;
    return (
      this.several(parsed, from, to) ??
      this.named(parsed, from, to) ??
      this.described(parsed, from, to) ??
      this.body(parsed, from, to)
    );
  }

  /** The person who is subject of the sentence so far: "Ann Roe left when she said …". */
  private subjectBefore(parsed: Parsed, at: number): Speaker | undefined {
    const main = parsed.clauses.find(({ kind }) => kind === 'main')?.verb.from ?? 0;
    const subject = parsed.mentions.find(
      (mention) => mention.to <= Math.min(at, main) && this.entities.list[mention.entity]!.type === 'person',
    );
    return subject && parsed.tokens[subject.to]?.lower !== "'s" ? this.person(subject.entity) : undefined;
  }

  /** Makes a speaker the one that following quotations continue. */
  remember(speaker: Speaker, { sentence }: Parsed): void {
    this.last = speaker;
    this.spokenOf.noteSpeaker(speaker, sentence.index);
    if (speaker.kind === 'body') this.lastBody = speaker;
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
    const [start, to] = edges(tokens, range);
    // "Last week the agency said"
    const from = parsed.dates.find((date) => date.from === start && date.to < to)?.to ?? start;
    if (to <= from) return this.subjectOfSentence(parsed, range[0]);
    const first = tokens[from]!.lower;
    if (to - from <= 2 && (first === 'he' || first === 'she')) {
      if (!said) return this.subjectBefore(parsed, from) ?? this.spokenOf.he(sentence.index);
      // "Ann Roe went further: “The quay is gone,” she said."
      if (tokens[said[1] - 1]?.quoted && !tokens[said[0]]!.quoted && tokens[said[0]]!.lower !== '"')
        return this.subjectBefore(parsed, from) ?? this.spokenOf.he(sentence.index);
      const meant = this.spokenOf.he(sentence.index);
      const told = parsed.mentions.some(
        (mention) => mention.entity === meant?.entity && mention.from >= said[0] && mention.to <= said[1],
      );
      return told && !tokens[said[0]]!.quoted ? undefined : meant;
    }
    if (to - from <= 2 && first === 'they') return this.spokenOf.they(sentence.index);
    if (to - from <= 2 && first === 'it') return this.spokenOf.it(sentence.index);
    if (to - from === 1 && /^(?:who|which|that|i|we|you)$/.test(first)) return undefined;
    return (
      this.several(parsed, from, to) ??
      this.named(parsed, from, to) ??
      this.byDocument(parsed, from, to) ??
      this.described(parsed, from, to, said) ??
      this.body(parsed, from, to)
    );
  }

  /** "The agency closed the road and said …": said by the subject of the sentence. */
  private subjectOfSentence(parsed: Parsed, at: number): Speaker | undefined {
    const main = parsed.clauses.find(({ kind }) => kind === 'main');
    if (
      !main ||
      main.verb.from >= at ||
      edges(parsed.tokens, [main.start, main.verb.from])[0] >= main.verb.from
    )
      return undefined;
    return this.resolve(parsed, [main.start, main.verb.from]);
  }

  private person(entity: number): Speaker {
    const { name, role } = this.entities.list[entity]!;
    return { text: name, kind: 'person', entity, ...(role ? { role } : {}) };
  }

  /** "The mayor, two ministers and aid groups": a list speaks as itself. */
  private several(parsed: Parsed, from: number, to: number): Speaker | undefined {
    const { tokens } = parsed;
    const and = tokens.slice(from, to).findIndex((token) => token.lower === 'and');
    const comma = tokens.slice(from, to).findIndex((token) => token.text === ',');
    if (and === -1 || comma === -1 || comma > and || tokens[to - 1]!.text === ',') return undefined;
    // "Ann Roe, an analyst and author": what she is.
    const named = parsed.mentions.some((mention) => mention.from >= from && mention.to === from + comma);
    const heads = tokens.slice(from, to).filter((token) => UNNAMED_PEOPLE.has(token.lower));
    if (named && !heads.some(({ lower }) => /s$|people|police|military|army/.test(lower))) return undefined;
    if (heads.length === 0 || to - from > LONGEST_LIST) return undefined;
    const phrase = written(this.text, tokens, from, to);
    const anonymous = heads.some((token) => !INSTITUTIONS.has(token.lower));
    return {
      text: isProper(tokens[from]!, from === 0) ? phrase : phrase.charAt(0).toLowerCase() + phrase.slice(1),
      kind: anonymous ? 'unnamed' : 'body',
    };
  }

  /** A person named in the phrase: "US envoy Ann Roe", "Ann Roe, the envoy,", "the envoy, Ann Roe,". */
  private named(parsed: Parsed, from: number, to: number): Speaker | undefined {
    const { tokens } = parsed;
    const people = parsed.mentions.filter(
      (mention) =>
        mention.from >= from && mention.to <= to && this.entities.list[mention.entity]!.type === 'person',
    );
    for (const mention of people) {
      const next = tokens[mention.to];
      if (
        next?.lower === "'s" ||
        // "the former Roe 5 member"
        (next &&
          mention.to < to &&
          (next.type === 'word' || next.type === 'number') &&
          !/^(?:and|who|of|from|at)$/.test(next.lower))
      )
        continue;
      const before = tokens.slice(from, mention.from);
      const comma = before.findLastIndex((token) => token.text === ',');
      const direct = before.slice(comma + 1);
      // "the lawyer accusing Ann Roe"
      if (direct.some(({ tag, lower }) => (tag === 'ADP' && lower !== 'of') || tag === 'VERB')) continue;
      const role = before.some((token) => ROLE_NOUNS.has(token.lower));
      if (direct.some((token) => token.lower === 'of') && !role) continue;
      if (next?.lower === 'and') {
        const other = people.find((candidate) => candidate.from > mention.to);
        if (other)
          return {
            ...this.person(mention.entity),
            text: `${this.person(mention.entity).text} and ${this.person(other.entity).text}`,
          };
      }
      return this.person(mention.entity);
    }
    return undefined;
  }

  /** "the statement", "a White House statement", "a report by the agency": whoever stands behind the document. */
  private byDocument(parsed: Parsed, from: number, to: number): Speaker | undefined {
    const { tokens } = parsed;
    let at = tokens.slice(from, to).findIndex(({ lower }) => isDocument(lower));
    if (at === -1) return undefined;
    // "an autopsy report"
    while (from + at + 1 < to && isDocument(tokens[from + at + 1]!.lower)) at += 1;
    const owner = this.ownerOfDocument(parsed, from, to);
    // "a statement from the Norwegian army"
    if (owner && INSTITUTIONS.has(tokens[owner.to]?.lower ?? '') && owner.to < to)
      return { text: written(this.text, tokens, owner.from, owner.to + 1), kind: 'body' };
    // "a Norwegian prison statement" is not Norway's.
    const adjective =
      owner !== undefined &&
      owner.to < from + at &&
      this.entities.list[owner.entity]!.type === 'place' &&
      tokens[owner.to]!.tag === 'NOUN';
    const { lower: word } = tokens[from + at]!;
    if (owner && !adjective) {
      const speaker = this.ofEntity(owner.entity);
      this.papers.push({ word, speaker });
      return speaker;
    }
    if (isFindingDocument(word)) return this.document(tokens, from, from + at, to);
    if (adjective) return undefined;
    const pronoun = tokens.slice(from, to).some((token) => /^(?:his|her|their|its)$/.test(token.lower));
    const bare = at === 1 && tokens[from]!.lower === 'the';
    // "The board issued a statement. … The statement said"
    const issuer = this.spokenOf.it(parsed.sentence.index);
    return pronoun || bare ? (issuer ?? this.last ?? this.lastBody) : undefined;
  }

  /** Whose a document is: "a report by the agency"; not whom it speaks of, nor who got hold of it. */
  private ownerOfDocument({ tokens, mentions }: Parsed, from: number, to: number): Mention | undefined {
    return mentions.find((mention) => {
      if (mention.from < from || mention.to > to) return false;
      if (this.entities.list[mention.entity]!.type === 'person') return false;
      const before = tokens.slice(from, mention.from);
      const link = before.findLastIndex(({ tag }) => !/^(?:DET|ADJ|NOUN|PROPN)$/.test(tag));
      // "a study of boats in Norway" is not Norway's.
      return (
        !/^(?:in|on|about|to|for|at|with|against|into|that|which|who)$/.test(before[link]?.lower ?? '') &&
        // "obtained by", "bombers deployed by": only who made it is behind it.
        (before[link - 1]?.tag !== 'VERB' || MADE.test(before[link - 1]!.lower))
      );
    });
  }

  /** "a recent study", and later "the study": a paper of which nobody is said to be behind it. */
  private document(tokens: readonly Token[], from: number, at: number, to: number): Speaker | undefined {
    const word = tokens[at]!.lower;
    if (/^(?:that|this|his|her|their|its|no|any|every|each)$/.test(tokens[from]!.lower)) return undefined;
    // "the report" after "an autopsy report", "the document" after any.
    const known = this.papers.findLast((paper) => paper.word === word || word === 'document');
    const bare = at === from + 1 && tokens[from]!.lower === 'the';
    if (known && bare) return known.speaker;
    if (bare && this.last?.kind === 'body') return this.last;
    let end = at + 1;
    if (/^(?:of|on|into|by|from)$/.test(tokens[end]?.lower ?? ''))
      while (end < Math.min(to, at + 8) && /^(?:ADP|DET|ADJ|NOUN|PROPN)$/.test(tokens[end]!.tag)) end += 1;
    const phrase = written(this.text, tokens, from, end);
    const speaker: Speaker = {
      text: isProper(tokens[from]!, from === 0) ? phrase : phrase.charAt(0).toLowerCase() + phrase.slice(1),
      kind: 'body',
    };
    this.papers.push({ word, speaker });
    return speaker;
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
    // "some 62 percent of those asked"
    if (tokens.slice(from, to).some(({ lower }) => /^(?:%|percent|pct)$/.test(lower))) return undefined;
    // "some of Roe's friends": without of whom they are nobody.
    if (/^(?:some|many|others)$/.test(word) && tokens[head + 1]?.lower === 'of' && to - head <= LONGEST_LIST)
      return { text: lowerFirst(written(this.text, tokens, head, to)), kind: 'unnamed' };
    const definite = /^(?:the|both|one|these|those)$/.test(tokens[from]!.lower);
    if (definite || ROLE_NOUNS.has(word)) {
      const known = this.byOffice(tokens, from, head);
      if (known) return known;
    }
    // "the Union of Concerned Scientists": a name is no description.
    if (this.isNamed(parsed, head)) return undefined;
    const own = /^(?:his|her)$/.test(tokens[from]!.lower);
    if (!UNNAMED_PEOPLE.has(word) && !own && !isIntroduced(tokens, from, head)) return undefined;
    const { index } = parsed.sentence;
    const owner = own ? ((said && this.subjectBefore(parsed, from)) ?? this.spokenOf.he(index)) : undefined;
    // "her father": whose, has to be known.
    if (own && owner?.kind !== 'person' && !UNNAMED_PEOPLE.has(word)) return undefined;
    const institution = INSTITUTIONS.has(word) || (!own && definite && isOffice(tokens, head));
    if (institution && tokens[from]!.lower === 'the') {
      const known = this.bodyMeant(index, tokens, from, head);
      if (known) return known;
    }
    const plain = describe(this.text, tokens, own && !owner ? from + 1 : from, head);
    const description =
      owner?.kind === 'person'
        ? { ...plain, text: plain.text.replace(/^\S+/, `${owner.text}'s`) }
        : this.descriptions.completed(plain, definite);
    this.descriptions.note(description);
    return { text: description.text, kind: institution ? 'body' : 'unnamed' };
  }

  /** Whether a token is inside the name of an organisation. */
  private isNamed(parsed: Parsed, at: number): boolean {
    const mention = mentionAt(parsed, at);
    return mention !== undefined && this.entities.list[mention.entity]!.type === 'organisation';
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
    if (called.length === 1) return this.ofEntity(called[0]!);
    const subject = COMPANIES.test(word) ? this.spokenOf.it(index) : undefined;
    const entity = subject?.entity === undefined ? undefined : this.entities.list[subject.entity];
    return entity?.type === 'organisation' && !nameWords(entity.name).some((part) => PUBLIC.has(part))
      ? subject
      : undefined;
  }

  /** "the prime minister" when one person of the report, and one only, holds that office. */
  private byOffice(tokens: readonly Token[], from: number, head: number): Speaker | undefined {
    const wanted = tokens
      .slice(from, head + 1)
      .map((token) => (token.lower === 'premier' ? 'minister' : token.lower))
      .filter((word) => !NOT_MODIFIERS.has(word) && word !== "'s" && !ORDINALS.has(word));
    if (wanted.length === 0 || (UNNAMED_PEOPLE.has(tokens[head]!.lower) && wanted.length < 3))
      return undefined;
    const holders = this.entities.list.flatMap((entity, index) => {
      const role = entity.role?.toLowerCase().split(/[\s’']+/) ?? [];
      return wanted.every((word) => role.includes(word)) ? [index] : [];
    });
    return holders.length === 1 ? this.person(holders[0]!) : undefined;
  }

  /** A body or a country that speaks as one: "the White House", "Norway", "the mayor's office". */
  private body(parsed: Parsed, from: number, to: number): Speaker | undefined {
    const { tokens } = parsed;
    const last = parsed.mentions.findLast((mention) => mention.from >= from && mention.to <= to);
    if (
      last &&
      (last.to === to || tokens[last.to]?.text === ',') &&
      tokens.slice(from, last.from).every((token) => token.tag !== 'ADP' && token.tag !== 'NOUN')
    )
      return this.ofEntity(last.entity);
    const head = tokens[to - 1]!;
    if (
      last &&
      tokens[last.to]?.lower === "'s" &&
      last.to + 2 === to &&
      (INSTITUTIONS.has(head.lower) || ROLE_NOUNS.has(head.lower))
    ) {
      return { text: written(this.text, tokens, last.from, to), kind: 'body' };
    }
    return undefined;
  }

  private ofEntity(entity: number): Speaker {
    const { name, type } = this.entities.list[entity]!;
    if (type === 'person') return this.person(entity);
    return { text: name, kind: isOutletEntity(this.entities, entity) ? 'outlet' : 'body', entity };
  }
}
