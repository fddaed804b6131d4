import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[];
}

export interface Spent {
  /** A folder of the program, a package, or the engine's own. */
  readonly where: string;
  readonly ms: number;
}

/**
 * Where the time of Node's CPU profiles went, all of a directory together. A moment counts for the innermost frame of
 * the program's own folders; what no such frame has called counts for its package. Idling and loading are left out.
 */
export async function readProfiles(directory: string): Promise<Spent[]> {
  const spent = new Map<string, number>();
  for (const file of await readdir(directory)) {
    add(JSON.parse(await readFile(path.join(directory, file), 'utf8')) as Profile, spent);
  }
  const all = [...spent].map(([where, us]) => ({ where, ms: us / 1000 }));
  return all.filter(({ ms }) => ms >= 1).sort((a, b) => b.ms - a.ms);
}

function add({ nodes, samples, timeDeltas }: Profile, spent: Map<string, number>): void {
  const places = new Map<number, string | null>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const visit = (id: number, caller: string | null): void => {
    const { callFrame, children = [] } = byId.get(id)!;
    const place = placeOf(callFrame.functionName, callFrame.url, caller);
    places.set(id, place);
    for (const child of children) visit(child, place);
  };
  visit(nodes[0]!.id, 'Node itself');
  samples.forEach((id, i) => {
    const place = places.get(id);
    if (place) spent.set(place, (spent.get(place) ?? 0) + timeDeltas[i]!);
  });
}

/** Null is left out, with all that it calls. */
function placeOf(name: string, url: string, caller: string | null): string | null {
  // An analysis thread without work waits in atomicsWaitLoop.
  if (caller === null || ['(idle)', '(program)', 'atomicsWaitLoop'].includes(name)) return null;
  // What is done once, at the start.
  if (/internal\/modules|cjs\/loader|esm\/(loader|module_job|translators)/.test(url)) return null;
  if (name === '(garbage collector)') return 'garbage collection';
  const own = url.includes('/node_modules/')
    ? undefined
    : /\/dist\/(projections\/[\w-]+|[\w-]+)\//.exec(url)?.[1];
  // Code that everything calls counts for its caller.
  if (own !== undefined) return own === 'shared' && caller.startsWith('src/') ? caller : `src/${own}`;
  if (caller.startsWith('src/')) return caller;
  const npm = /node_modules\/((?:@[\w-]+\/)?[\w.-]+)/.exec(url)?.[1];
  return npm ?? caller;
}
