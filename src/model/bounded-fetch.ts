import { ModelFailure } from './failure.js';

/** An answer has some 60 kB and a vector 200; more is no answer, and need not be held in memory to see that. */
const MAX_BYTES = 1024 * 1024;

/**
 * `fetch` as endpoints get it: an answer of a bounded size, and no redirects, which would carry key and text to where
 * the operator has not sent them.
 */
export const boundedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: 'manual' });
  if (!response.body) return response;
  let bytes = 0;
  const body = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > MAX_BYTES) controller.error(new ModelFailure('too long an answer', { tries: 1 }));
        else controller.enqueue(chunk);
      },
    }),
  );
  const { status, statusText, headers } = response;
  return new Response(body, { status, statusText, headers });
};
