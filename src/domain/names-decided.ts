/** Whether two names are of one person, organisation or place; `undecided`: reports decide, as if nobody had. */
export type NamesVerdict = 'same' | 'different' | 'undecided';

/** What somebody has decided about two names that a story's reports use. */
export interface NamesDecided {
  readonly storyId: string;
  readonly names: readonly [string, string];
  readonly are: NamesVerdict;
  readonly reason: string;
}

/** The last decision about a pair of names. */
export interface NameDecision extends Omit<NamesDecided, 'storyId'> {
  /** Of its event in the log. */
  readonly position: string;
}
