/**
 * An error that a caller can act on, answered as an RFC 9457 problem. `detail` says what to do.
 *
 * @param status HTTP status
 * @param slug names the kind of problem; becomes the `type` URI `/problems/<slug>`
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly slug: string,
    readonly title: string,
    readonly detail: string,
    readonly extra: Readonly<Record<string, unknown>> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${title}: ${detail}`);
    this.name = 'Problem';
  }

  /** The body of the answer, media type `application/problem+json`. */
  toJSON(): Record<string, unknown> {
    return {
      type: `/problems/${this.slug}`,
      title: this.title,
      status: this.status,
      detail: this.detail,
      ...this.extra,
    };
  }
}
