import type { LeadNames } from './lead-names.js';
import { isForeign } from '../other-languages/affixes.js';
import { SoundIndex } from '../other-languages/sound-index.js';

/** Of the stories that have a word so many must name it: "Apple" is a name then, the "Cards" of one title are not. */
const SHARE = 0.8;

/**
 * Which words the stories know as names. Where every word has a capital, or the first one has, the capital says nothing;
 * what the word is elsewhere does (truecasing, Lita and others 2003). Counted over stories as rarity is, of what their
 * sketches keep, so that the same sketches give the same names.
 */
export class KnownNames {
  /** For each name the stories whose reports begin with it. */
  private readonly stories = new Map<string, number>();
  /** Made when the first report in another script comes: most operators never have one. */
  private sounds: SoundIndex | null = null;

  /** The names of a story are others now. */
  replace(before: LeadNames, after: LeadNames): void {
    for (const key of after.keys()) if (!before.has(key)) this.count(key, 1);
    for (const key of before.keys()) if (!after.has(key)) this.count(key, -1);
  }

  /** @param having stories that have the word at all */
  has(key: string, having: number): boolean {
    const naming = this.stories.get(key);
    return naming !== undefined && naming >= SHARE * having;
  }

  /** The name, known to most stories, that a folded word in another script sounds like; undefined for none. */
  soundingLike(foreign: string): string | undefined {
    this.sounds ??= new SoundIndex([...this.stories.keys()].filter(isLatin));
    let best: string | undefined;
    for (const name of this.sounds.soundingLike(foreign)) {
      const [more, before] = [this.stories.get(name)!, best === undefined ? 0 : this.stories.get(best)!];
      if (more > before || (more === before && name < best!)) best = name;
    }
    return best;
  }

  private count(key: string, by: 1 | -1): void {
    const naming = (this.stories.get(key) ?? 0) + by;
    if (naming > 0) this.stories.set(key, naming);
    else this.stories.delete(key);
    if (!this.sounds || !isLatin(key)) return;
    if (naming === 0) this.sounds.delete(key);
    else if (naming === by) this.sounds.add(key);
  }
}

const isLatin = (key: string): boolean => !isForeign(key) && !/\d/.test(key);
