/** Which model was asked, with which instructions. */
interface Asked {
  /** As the operator configured it; what answers behind the endpoint is not ours to know. */
  readonly model: string;
  /**
   * SHA-256, hex, of the instructions and the form of the answer. Not of the text: an unsalted hash would prove an
   * erased text; which one it was `textPosition` says.
   */
  readonly promptHash: string;
  /** Tokens read and written, as the endpoint counts them; 0 when it does not say. */
  readonly tokens: number;
  /** Why there is no answer, in a word: "timeout", "http 429", "not the form asked for". */
  readonly failure?: string;
}

/** What became of a model's statements about one revision. Those kept stand in the analysis, `by` this answer. */
export interface StatementsAnswer extends Asked {
  readonly task: 'statements';
  readonly kept: number;
  /** Found by the analyzer, too. */
  readonly known: number;
  /** Not borne out by the text, by reason. */
  readonly dropped: Readonly<Record<string, number>>;
}

/** A revision's headline and lead as a vector. */
export interface EmbeddingAnswer extends Asked {
  readonly task: 'embedding';
  /** See embedding.ts; absent after a failure. */
  readonly vector?: string;
}

/** What a model answered about one revision; recorded once, so that nobody asks again. */
export type ModelAnswer = StatementsAnswer | EmbeddingAnswer;
