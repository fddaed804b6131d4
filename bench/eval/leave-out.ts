import type { LoadFnOutput } from 'node:module';
import type { Part } from './part-list.js';

let parts: readonly Part[] = [];

export function initialize(given: readonly Part[]): void {
  parts = given;
}

/**
 * A loader hook. Behind the code of each module that holds parts it puts lines that reassign their functions: left out
 * while `globalThis.leftOut` names the part, else the function itself. A name that is gone, or is no function
 * declaration, stops the run. The program as it is shipped knows nothing of this.
 */
export async function load(
  url: string,
  context: object,
  next: (url: string, context: object) => Promise<LoadFnOutput>,
): Promise<LoadFnOutput> {
  const loaded = await next(url, context);
  const here = parts.filter(({ module }) => url.endsWith(`/dist/${module}.js`));
  if (here.length === 0) return loaded;
  const lines = here.flatMap(({ part, instead }) =>
    Object.entries(instead).map(
      ([name, other]) => `{
  const whole = ${name};
  const other = ${other};
  ${name} = function (...given) {
    return (globalThis.leftOut === ${JSON.stringify(part)} ? other : whole).apply(this, given);
  };
}`,
    ),
  );
  // A module that was moved or is not used any more would be measured as one that contributes nothing.
  const found = `globalThis.canBeLeftOut = [...(globalThis.canBeLeftOut ?? []), ...${JSON.stringify(here.map(({ part }) => part))}];`;
  return { ...loaded, source: [String(loaded.source), ...lines, found].join('\n') };
}
