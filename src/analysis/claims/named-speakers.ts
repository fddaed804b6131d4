import type { Entities, Mention } from '../entities/entities.js';
import { isPersonNoun, ROLE_NOUNS, UNNAMED_PEOPLE } from '../lexicon/roles.js';
import { INSTITUTIONS } from '../lexicon/speech.js';
import { isProper } from '../sentence/descriptions.js';
import { mentionAt, written, type Parsed } from '../sentence/parse.js';
import { namesake } from './namesakes.js';
import { isOutletEntity, NEWS_NOUNS, OUTLET_NOUNS } from './outlets.js';
import type { Token } from '../reading/tokens.js';
import type { Speaker } from './spoken-of.js';

/** Tokens; what is longer is no list of speakers. */
export const LONGEST_LIST = 20;

/** What companies are called, too: "producer Elm Pictures". */
const TRADES =
  /^(?:producer|maker|owner|operator|developer|promoter|builder|supplier|distributor|publisher|broadcaster)$/;

const isArticle = ({ tag }: Token): boolean => tag === 'DET';

/** Whom a phrase names, whatever was said before: a person, a body, a list of them. Ranges are token indexes. */
export class NamedSpeakers {
  constructor(
    private readonly text: string,
    private readonly entities: Entities,
  ) {}

  person(entity: number): Speaker {
    const { name, role } = this.entities.list[entity]!;
    return { text: name, kind: 'person', entity, ...(role ? { role } : {}) };
  }

  /** "The mayor, two ministers and aid groups": a list speaks as itself. */
  several(parsed: Parsed, from: number, to: number): Speaker | undefined {
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
  named(parsed: Parsed, from: number, to: number): Speaker | undefined {
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
          !/^(?:and|who|of|from|at|in|for|near|on)$/.test(next.lower))
      )
        continue;
      const before = tokens.slice(from, mention.from);
      const comma = before.findLastIndex((token) => token.text === ',');
      const direct = before.slice(comma + 1);
      // "the lawyer accusing Ann Roe", but not "Elmco advanced wind researcher Ann Roe"
      const acting = (i: number): boolean =>
        ROLE_NOUNS.has(direct[i + 1]?.lower ?? '') ||
        (direct.slice(i + 2).some(({ lower }) => ROLE_NOUNS.has(lower)) &&
          !direct.slice(0, i).some(({ lower }) => ROLE_NOUNS.has(lower)));
      if (
        direct.some(
          ({ tag, lower }, i) =>
            (tag === 'ADP' && lower !== 'of') ||
            // "chief operating officer Ann Roe"
            (tag === 'VERB' && !acting(i)),
        )
      )
        continue;
      const role = before.some((token) => ROLE_NOUNS.has(token.lower));
      if (direct.some((token) => token.lower === 'of') && !role) continue;
      if (next?.lower === 'and') {
        const other = people.find((candidate) => candidate.from > mention.to);
        if (other)
          return {
            ...this.person(namesake(parsed, mention, this.entities, this.text)),
            text: `${this.person(namesake(parsed, mention, this.entities, this.text)).text} and ${this.person(other.entity).text}`,
          };
      }
      return this.person(namesake(parsed, mention, this.entities, this.text));
    }
    return undefined;
  }

  /** Whether a token is inside the name of an organisation. */
  isNamed(parsed: Parsed, at: number): boolean {
    const mention = mentionAt(parsed, at);
    return mention !== undefined && this.entities.list[mention.entity]!.type === 'organisation';
  }

  /** "the Elm Press news agency", "the newspaper Elm Now, citing officials,": an outlet, by what it is called. */
  outlet({ tokens, mentions }: Parsed, from: number, to: number): Speaker | undefined {
    const first = mentions.find((mention) => mention.from >= from && mention.to <= to);
    if (!first) return undefined;
    let [start, end] = [first.from, first.to];
    while (end < to && OUTLET_NOUNS.has(tokens[end]!.lower)) end += 1;
    while (start > from && OUTLET_NOUNS.has(tokens[start - 1]!.lower)) start -= 1;
    if (end - start === first.to - first.from || (end < to && tokens[end]!.text !== ',')) return undefined;
    // "an editor of the newspaper Elm Now"
    if (tokens.slice(from, start).some(({ tag, lower }) => tag === 'ADP' || isPersonNoun(lower)))
      return undefined;
    return isOutletEntity(this.entities, first.entity) ||
      tokens.slice(start, end).some(({ lower }) => NEWS_NOUNS.has(lower))
      ? { text: this.entities.list[first.entity]!.name, kind: 'outlet', entity: first.entity }
      : undefined;
  }

  /** A body or a country that speaks as one: "the White House", "Norway", "the mayor's office". */
  body(parsed: Parsed, from: number, to: number): Speaker | undefined {
    const { tokens } = parsed;
    const last = parsed.mentions.findLast((mention) => mention.from >= from && mention.to <= to);
    // "Norway, an old friend of Iceland, said"
    const first = parsed.mentions.find((mention) => mention.from >= from && mention.to < to);
    if (first && tokens[first.to]!.text === ',' && tokens.slice(from, first.from).every(isArticle))
      return this.ofEntity(first.entity);
    if (
      last &&
      (last.to === to || tokens[last.to]?.text === ',') &&
      tokens.slice(from, last.from).every((token) => this.maySay(token, last.entity))
    )
      return this.joined(parsed, from, last) ?? this.ofEntity(last.entity);
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

  /** "The company that runs the ferries, Elmco": named last, whatever it is called before. */
  apposed({ tokens, mentions }: Parsed, from: number, to: number): Speaker | undefined {
    const last = mentions.find((mention) => mention.to === to && mention.from > from + 1);
    const comma = last && tokens[last.from - 1]!.text === ',';
    return comma && this.entities.list[last.entity]!.type === 'organisation'
      ? this.ofEntity(last.entity)
      : undefined;
  }

  /** "The Food Agency and the Coast Guard": both of them. */
  private joined({ tokens, mentions }: Parsed, from: number, last: Mention): Speaker | undefined {
    const and = tokens[last.from - 1]?.tag === 'DET' ? last.from - 2 : last.from - 1;
    const first = mentions.find((mention) => mention.from >= from && mention.to === and);
    if (!first || tokens[and]?.lower !== 'and') return undefined;
    const [one, other] = [this.ofEntity(first.entity), this.ofEntity(last.entity)];
    return one.kind === 'body' && other.kind === 'body'
      ? { ...one, text: `${one.text} and ${other.text}` }
      : undefined;
  }

  /** Whether a word may stand before the name of a body: "the energy giant Elmco", but not "a trader at Elmco". */
  private maySay({ tag, lower }: Token, entity: number): boolean {
    if (tag === 'NOUN')
      return (
        this.entities.list[entity]!.type === 'organisation' &&
        (!isPersonNoun(lower) || INSTITUTIONS.has(lower) || TRADES.test(lower))
      );
    return tag !== 'ADP';
  }

  ofEntity(entity: number): Speaker {
    const { name, type } = this.entities.list[entity]!;
    if (type === 'person') return this.person(entity);
    return { text: name, kind: isOutletEntity(this.entities, entity) ? 'outlet' : 'body', entity };
  }
}
