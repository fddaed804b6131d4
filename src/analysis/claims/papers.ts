import type { Entities, Mention } from '../entities/entities.js';
import { INSTITUTIONS, isDocument, isFindingDocument } from '../lexicon/speech.js';
import type { Token } from '../reading/tokens.js';
import { isProper } from '../sentence/descriptions.js';
import { written, type Parsed } from '../sentence/parse.js';
import { isOutletEntity } from './outlets.js';
import type { NamedSpeakers } from './named-speakers.js';
import type { Speaker } from './spoken-of.js';

/** Who has been heard of before a paper speaks. */
export interface Heard {
  /** Whom the sentence before was about, if that is a body. */
  readonly subject: Speaker | undefined;
  readonly last: Speaker | undefined;
  readonly lastBody: Speaker | undefined;
}

/** Papers in which a person says something. */
const isPersonal = (lower: string): boolean =>
  /^(?:statement|letter|tweet|post|lawsuit|suit|complaint|petition|memo|testimony)s?$/.test(lower);

const MOST_KNOWN = 30;
/** What is done to a paper by whoever is behind it; the last words of "carried out", too. */
const MADE =
  /^(?:published|released|issued|written|prepared|commissioned|compiled|conducted|made|done|produced|drafted|signed|sent|posted|filed|led|funded|sponsored)$/;

/** What is published and is no paper. */
const FIGURES = /^(?:data|figures|statistics|numbers|results|records|estimates|details)$/;

/** The noun of a paper that comes out in a sentence: "… in a short statement", "… sent a letter". */
export const paperIssued = ({ tokens }: Parsed): string | undefined =>
  tokens.find(
    ({ lower, quoted }, i) =>
      !quoted &&
      isDocument(lower) &&
      tokens.slice(Math.max(0, i - 4), i).some((before) => ISSUED.test(before.lower)),
  )?.lower;

const ISSUED = /^(?:in|issued|released|sent|wrote|published|posted|signed)$/;

/** Papers that speak: for whoever is behind them, and else as themselves. Ranges are token indexes. */
export class Papers {
  /** Those that have spoken, by their noun. */
  private readonly known: { readonly word: string; readonly speaker: Speaker }[] = [];

  constructor(
    private readonly text: string,
    private readonly entities: Entities,
    private readonly named: NamedSpeakers,
  ) {}

  /** "the statement", "a White House statement", "a report by the agency": whoever stands behind the document. */
  speaker(parsed: Parsed, from: number, to: number, said: Heard): Speaker | undefined {
    const { tokens } = parsed;
    const told = tokens.findIndex(
      ({ lower }, i) => i >= from && i < to && /^(?:who|which|that)$/.test(lower),
    );
    // "the nurse who wrote the report" is no report.
    let at = tokens.slice(from, told === -1 ? to : told).findIndex(({ lower }) => isDocument(lower));
    if (at === -1) return this.ofFigures(parsed, from, to);
    // "an autopsy report"
    while (from + at + 1 < to && isDocument(tokens[from + at + 1]!.lower)) at += 1;
    const owner = this.ownerOfDocument(parsed, from, to, from + at);
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
    // "unconfirmed reports suggest": nobody's; "US reports say": no country's.
    if (word === 'reports' && (!owner || this.entities.list[owner.entity]!.type === 'place'))
      return undefined;
    if (owner && !adjective) {
      const speaker = this.named.ofEntity(owner.entity);
      this.note(word, speaker);
      return speaker;
    }
    if (isFindingDocument(word)) return this.itself(tokens, from, from + at, to, said);
    if (adjective) return undefined;
    const pronoun = tokens.slice(from, to).some((token) => /^(?:his|her|their|its)$/.test(token.lower));
    const bare = at === 1 && tokens[from]!.lower === 'the';
    // "The board issued a statement. … The statement said"
    const known = bare ? this.known.findLast((paper) => paper.word === word)?.speaker : undefined;
    return pronoun || bare ? (known ?? said.subject ?? said.last ?? said.lastBody) : undefined;
  }

  /** "figures published by the agency" */
  private ofFigures({ tokens, mentions }: Parsed, from: number, to: number): Speaker | undefined {
    const by = tokens.findIndex(
      ({ lower }, i) => lower === 'by' && i > from + 1 && i < to && MADE.test(tokens[i - 1]!.lower),
    );
    const maker =
      by === -1 || !FIGURES.test(tokens[by - 2]!.lower)
        ? undefined
        : mentions.find((mention) => mention.from === by + 1 || mention.from === by + 2);
    return maker && this.named.ofEntity(maker.entity);
  }

  /** Whose a document is: "a report by the agency"; not whom it speaks of, nor who got hold of it. */
  private ownerOfDocument(
    { tokens, mentions }: Parsed,
    from: number,
    to: number,
    at: number,
  ): Mention | undefined {
    return mentions.find((mention) => {
      if (mention.from < from || mention.to > to) return false;
      if (this.entities.list[mention.entity]!.type === 'person')
        // "Ann Roe's letter" is hers; her autopsy report is not.
        return mention.to < at && tokens[mention.to]!.lower === "'s" && isPersonal(tokens[at]!.lower);
      const before = tokens.slice(from, mention.from);
      const link = before.findLastIndex(({ tag }) => !/^(?:DET|ADJ|NOUN|PROPN)$/.test(tag));
      // "research on the near loss of a ferry, the Elm Star,"
      if (before[link]?.text === ',' && mention.from > at) return false;
      // "a report in the Elm Times" is the paper's own.
      if (before[link]?.lower === 'in' && isOutletEntity(this.entities, mention.entity)) return true;
      // "a report in the Post of Elm" is not Elm's.
      if (tokens.slice(at + 1, mention.from - 1).some(({ lower }) => /^(?:in|on|about)$/.test(lower)))
        return false;
      // "a study of boats in Norway" is not Norway's.
      return (
        !/^(?:in|on|about|to|for|at|with|against|into|that|which|who)$/.test(before[link]?.lower ?? '') &&
        // "obtained by", "bombers deployed by": only who made it is behind it.
        (before[link - 1]?.tag !== 'VERB' || MADE.test(before[link - 1]!.lower))
      );
    });
  }

  /** "a recent study", and later "the study": a paper of which nobody is said to be behind it. */
  private itself(
    tokens: readonly Token[],
    from: number,
    at: number,
    to: number,
    said: Heard,
  ): Speaker | undefined {
    const word = tokens[at]!.lower;
    if (/^(?:that|this|his|her|their|its|no|any|every|each)$/.test(tokens[from]!.lower)) return undefined;
    // "the report" after "an autopsy report", "the document" after any.
    const known = this.known.findLast((paper) => paper.word === word || word === 'document');
    const bare = at === from + 1 && tokens[from]!.lower === 'the';
    if (known && bare) return known.speaker;
    // "The report, seen by the Post, warned" is a new one.
    if (bare && to === at + 1 && said.last?.kind === 'body') return said.last;
    let end = at + 1;
    if (/^(?:of|on|into|by|from)$/.test(tokens[end]?.lower ?? ''))
      while (end < Math.min(to, at + 8) && /^(?:ADP|DET|ADJ|NOUN|PROPN)$/.test(tokens[end]!.tag)) end += 1;
    // "… up the well The report": what a line above has left behind is no part of it.
    const article = tokens.findLastIndex(({ tag }, i) => i >= from && i < at && tag === 'DET');
    const start = article === -1 ? from : article;
    // "Yesterday's report": the day is no part of it.
    const own = tokens[start]!.lower === "'s";
    const phrase = own
      ? `the ${written(this.text, tokens, start + 1, end)}`
      : written(this.text, tokens, start, end);
    const speaker: Speaker = {
      text: isProper(tokens[start]!, start === 0) ? phrase : phrase.charAt(0).toLowerCase() + phrase.slice(1),
      kind: 'body',
    };
    this.note(word, speaker);
    return speaker;
  }

  /** Forgets who is behind papers of a kind: one has come out of nobody knows whom. */
  forget(word: string): void {
    for (let i = this.known.length - 1; i >= 0; i -= 1)
      if (this.known[i]!.word === word) this.known.splice(i, 1);
  }

  /** Remembers who is behind a paper. */
  note(word: string, speaker: Speaker): void {
    this.known.push({ word, speaker });
    if (this.known.length > MOST_KNOWN) this.known.shift();
  }
}
