export interface Speaker {
  /** A full name, or a description that stands on its own. */
  readonly text: string;
  readonly kind: 'person' | 'unnamed' | 'body' | 'outlet';
  readonly entity?: number;
  readonly role?: string;
}

interface Remembered {
  readonly speaker: Speaker;
  /** Index of the sentence. */
  readonly at: number;
  /** Sentences before it that are nothing but a quotation: "he" reaches back over those behind it. */
  readonly quoted: number;
}

/** "he" reaches back this many sentences of the report's own; "it" and "they" one. */
const PERSON_REACH = 4;

/**
 * Whom a pronoun may mean. Where more than one may be meant, nobody is: a saying without a speaker is lost, a wrong
 * speaker is a lie. Sentences are given by their index.
 */
export class SpokenOf {
  private person: Remembered | undefined;
  private unnamed: Remembered | undefined;
  private spoke: Remembered | undefined;
  /** Who the sentence was about, or who said it. */
  private subject: Remembered | undefined;
  /** Sentences so far that are nothing but a quotation. */
  private quoted = 0;

  /** Somebody named in a sentence: from then on "he" may be them. */
  noteNamed(entity: number, at: number): void {
    if (this.person && this.person.speaker.entity !== entity && at > this.person.at) this.person = undefined;
    if (this.unnamed && at > this.unnamed.at) this.unnamed = undefined;
  }

  /** A sentence that is nothing but a quotation: it is about nobody, and what was near stays so. */
  skip(at: number): void {
    if (this.subject?.at === at - 1) this.subject = { ...this.subject, at };
    this.quoted += 1;
  }

  /** A person a sentence is about; who is named as saying it goes before. */
  notePerson(speaker: Speaker, at: number): void {
    if (this.spoke?.at === at && this.spoke.speaker.kind === 'person') return;
    this.person = this.remembered(speaker, at);
  }

  /** A sentence is about several, one of them named: "he" is nobody until the next is. */
  notePeople(): void {
    this.person = undefined;
  }

  /** Who a sentence is about; who says it goes before. */
  noteSubject(speaker: Speaker, at: number): void {
    if (this.subject?.at !== at) this.subject = this.remembered(speaker, at);
  }

  noteSpeaker(speaker: Speaker, at: number): void {
    this.spoke = this.subject = this.remembered(speaker, at);
    if (speaker.kind === 'person') this.person = this.subject;
    if (speaker.kind === 'unnamed') this.unnamed = this.subject;
  }

  /**
   * Whom "he" or "she" means: whoever came last of the persons and the unnamed; of two at once, neither.
   *
   * @param fits who can be meant at all
   */
  he(at: number, fits: (speaker: Speaker) => boolean = () => true): Speaker | undefined {
    const near = (it: Remembered | undefined): it is Remembered =>
      it !== undefined && fits(it.speaker) && at - it.at - (this.quoted - it.quoted) <= PERSON_REACH;
    const unnamed = near(this.unnamed) && !isPlural(this.unnamed.speaker) ? this.unnamed : undefined;
    const person = near(this.person) ? this.person : undefined;
    if (!person || !unnamed) return (person ?? unnamed)?.speaker;
    return person.at === unnamed.at ? undefined : (person.at > unnamed.at ? person : unnamed).speaker;
  }

  /** Whom "it" means: the one body that the sentence before was about. */
  it(at: number): Speaker | undefined {
    const subject = this.subjectNear(at);
    return subject?.kind === 'body' && !isPlural(subject) ? subject : undefined;
  }

  /** Whom "they" means: several, a body, or somebody unnamed, of whom nothing shall tell man from woman. */
  they(at: number): Speaker | undefined {
    const subject = this.subjectNear(at);
    return subject && (isPlural(subject) || subject.kind === 'unnamed' || subject.kind === 'body')
      ? subject
      : undefined;
  }

  private remembered(speaker: Speaker, at: number): Remembered {
    return { speaker, at, quoted: this.quoted };
  }

  private subjectNear(at: number): Speaker | undefined {
    return this.subject && at - this.subject.at <= 1 ? this.subject.speaker : undefined;
  }
}

/** "officials", "Ann Roe and Bo Lind", "aid groups": they speak as several. */
const isPlural = ({ kind, text }: Speaker): boolean =>
  kind !== 'person'
    ? !/^(?:an?|one|the (?:first|second|third|fourth|fifth|other)) /i.test(text) &&
      / and |(?:^|\s)(?:\p{Ll}+(?<!s)s|people|police)$/u.test(text)
    : / and /.test(text);
