import type { Word } from './vocabulary.js';

/** How often a word that tells something occurs, and as what. */
export interface WordCount {
  readonly key: string;
  times: number;
  /** As a name. */
  named: number;
  /** With a capital that says nothing. */
  capital: number;
  /** It is a number somewhere. */
  number: boolean;
}

interface Count extends WordCount {
  /** Whether what is about the subject has it, and has it as a name. */
  learned: 'no' | 'word' | 'name';
  /** The stretch that had it last, and that had it last as a name. */
  stretch: number;
  namedIn: number;
}

const newCount = (key: string): Count => ({
  key,
  times: 0,
  named: 0,
  capital: 0,
  number: false,
  learned: 'no',
  stretch: 0,
  namedIn: 0,
});

/**
 * What a report is about, by the words read so far: tells what goes on from what is about something else. Each stretch
 * is counted first and learned only if it goes on, so that every word is looked up once.
 */
export class Subject {
  /** In the order in which the words came. */
  private readonly byKey = new Map<string, Count>();
  /** Of the stretch counted last: each word as often as it stands there. */
  private readonly stretch: Count[] = [];
  private stretches = 0;
  private strange = false;

  constructor(title: readonly Word[]) {
    this.count(title);
    this.learn();
  }

  get all(): Iterable<WordCount> {
    return this.byKey.values();
  }

  /** How many different words there are. */
  get size(): number {
    return this.byKey.size;
  }

  /** Words of the stretch counted last that tell something. */
  get content(): number {
    return this.stretch.length;
  }

  /** Whether these share next to nothing with what was learned: no name, and at most one word in twelve. */
  get isForeign(): boolean {
    return this.strange;
  }

  /** Counts the words of a stretch, without learning them. */
  count(list: readonly Word[]): void {
    const { byKey, stretch } = this;
    const current = ++this.stretches;
    stretch.length = 0;
    let [different, shared, named] = [0, 0, false];
    for (const { key, kind, capital, stop } of list) {
      if (stop) continue;
      let count = byKey.get(key);
      if (!count) byKey.set(key, (count = newCount(key)));
      stretch.push(count);
      count.times++;
      if (kind === 'name') {
        count.named++;
        count.namedIn = current;
      } else if (kind === 'number') count.number = true;
      else if (capital) count.capital++;
      const { learned } = count;
      if (learned === 'name' || (learned === 'word' && kind === 'name')) named = true;
      if (count.stretch === current) continue;
      count.stretch = current;
      different++;
      if (learned !== 'no') shared++;
    }
    this.strange = !named && shared * 12 <= different;
  }

  /** Makes the stretch counted last part of what the report is about. */
  learn(): void {
    const { stretch, stretches } = this;
    for (const count of stretch) {
      if (count.namedIn === stretches) count.learned = 'name';
      else if (count.learned === 'no') count.learned = 'word';
    }
  }
}
