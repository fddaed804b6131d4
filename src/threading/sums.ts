import type { Posting } from './postings.js';

/**
 * Adds up, by place, what an article has in common with each of the stories. Numbers side by side that are gone through
 * from end to end: for some thousands of stories that takes a tenth of the time that keeping lists of them takes.
 */
export class Sums {
  private dots = new Float64Array(1024);
  private peaks = new Float64Array(1024);
  private scales = new Float64Array(1024);
  private size = 0;

  /** Sets by how much the sum of the story at this place is to be divided. */
  scale(place: number, scale: number): void {
    if (place >= this.scales.length) {
      const { scales } = this;
      this.dots = new Float64Array(place * 2);
      this.peaks = new Float64Array(place * 2);
      this.scales = new Float64Array(place * 2);
      this.scales.set(scales);
    }
    this.scales[place] = scale;
    this.size = Math.max(this.size, place + 1);
  }

  /** Adds to each story that has a term `factor` times its own share of the term. */
  add({ stories, sums }: Posting, factor: number): void {
    const { dots, peaks } = this;
    for (let i = 0; i < stories.length; i++) {
      const place = stories[i]!;
      const part = factor * sums[i]!;
      dots[place]! += part;
      if (part > peaks[place]!) peaks[place] = part;
    }
  }

  /** The sum of the story at this place, without so much of its largest part, to scale. */
  at(place: number, withoutPeak: number): number {
    return (this.dots[place]! - withoutPeak * this.peaks[place]!) / this.scales[place]!;
  }

  /** Places of the stories that have something in common with the article. */
  places(): number[] {
    const places: number[] = [];
    for (let place = 0; place < this.size; place++) if (this.dots[place]! > 0) places.push(place);
    return places;
  }

  clear(): void {
    this.dots.fill(0, 0, this.size);
    this.peaks.fill(0, 0, this.size);
  }
}
