import { ORDINALS, withArticle, type Description } from '../sentence/descriptions.js';

const MOST_REMEMBERED = 30;

/** How those who are not named were described, so that a short form later is known for the same. */
export class KnownDescriptions {
  private readonly descriptions: Description[] = [];

  note(description: Description): void {
    this.descriptions.push(description);
    if (this.descriptions.length > MOST_REMEMBERED) this.descriptions.shift();
  }

  /** Gives a short form the words of the description it takes up: "the official" is "a second senior official". */
  completed(now: Description, definite: boolean): Description {
    if (!definite) return now;
    const own = now.modifiers.filter((word) => !ORDINALS.has(word.toLowerCase()));
    const ordinal =
      now.modifiers.find((word) => ORDINALS.has(word.toLowerCase())) ??
      (!now.plural && /^the other /i.test(now.text) ? 'other' : undefined);
    // "one of the officials" is one of several, not the one who was told of apart.
    const ofSeveral = /^an? /.test(now.text);
    const base = this.descriptions.findLast(
      (earlier) =>
        earlier.head === now.head &&
        (!ofSeveral || earlier.plural) &&
        own.every((word) => earlier.modifiers.includes(word)) &&
        (now.plural || !earlier.plural || earlier.modifiers.length > own.length || own.length > 0),
    );
    if (!base) return now;
    const modifiers = base.modifiers.filter((word) => !ORDINALS.has(word.toLowerCase()));
    if (ordinal)
      return {
        ...now,
        modifiers: [ordinal, ...modifiers],
        text: `the ${[ordinal, ...modifiers].join(' ')} ${now.head}`,
      };
    if (now.plural)
      return base.plural ? base : { ...now, modifiers, text: `${modifiers.join(' ')} ${now.head}s`.trim() };
    if (!base.plural) return base;
    const phrase = `${modifiers.join(' ')} ${now.head}`.trim();
    return { ...now, modifiers, text: withArticle(phrase) };
  }
}
