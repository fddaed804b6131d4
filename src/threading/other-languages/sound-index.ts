import { ENOUGH_CONSONANTS, foreignReadings, readingsOf, soundAlike } from './sounds.js';

/** Names in Latin script by what they may sound like. */
export class SoundIndex {
  private readonly byConsonants = new Map<string, Set<string>>();

  constructor(names: Iterable<string>) {
    for (const name of names) this.add(name);
  }

  add(name: string): void {
    for (const heard of readingsOf(name).keys()) {
      if (heard.length < ENOUGH_CONSONANTS) continue;
      const names = this.byConsonants.get(heard);
      if (names) names.add(name);
      else this.byConsonants.set(heard, new Set([name]));
    }
  }

  delete(name: string): void {
    for (const heard of readingsOf(name).keys()) {
      const names = this.byConsonants.get(heard);
      if (names?.delete(name) && names.size === 0) this.byConsonants.delete(heard);
    }
  }

  /** The names that a folded word in another script sounds like. */
  soundingLike(foreign: string): Set<string> {
    const found = new Set<string>();
    for (const heard of foreignReadings(foreign).keys()) {
      for (const name of this.byConsonants.get(heard) ?? []) if (soundAlike(name, foreign)) found.add(name);
    }
    return found;
  }
}
