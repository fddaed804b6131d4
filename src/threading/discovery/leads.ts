/** How one report of a story begins: stems with their weights, as a vector of length 1. */
export interface Lead {
  readonly keys: readonly string[];
  readonly weights: readonly number[];
}

/** As it is stored. */
export type StoredLead = readonly (readonly [key: string, weight: number])[];

/** The latest reports tell best what the story is about now; more of them change little and cost time. */
const MAX_LEADS = 5;

/** A lead of stems with what each weighs. Three digits, so that what is kept is what was compared. */
export function leadOf(weighed: ReadonlyMap<string, number>): Lead {
  let square = 0;
  for (const weight of weighed.values()) square += weight * weight;
  const length = Math.sqrt(square) || 1;
  const weights: number[] = [];
  for (const weight of weighed.values()) weights.push(Math.round((weight / length) * 1000) / 1000);
  return { keys: [...weighed.keys()], weights };
}

export const storedLead = ({ keys, weights }: Lead): StoredLead =>
  keys.map((key, i) => [key, weights[i]!] as const);

export const loadedLead = (stored: StoredLead): Lead => ({
  keys: stored.map(([key]) => key),
  weights: stored.map(([, weight]) => weight),
});

/** The leads of a story with one more, the oldest left out. */
export const withLead = (leads: readonly Lead[], lead: Lead): readonly Lead[] =>
  [...leads, lead].slice(-MAX_LEADS);

/** Cosine of a lead, its weights by stem, to the closest of others, 0..1. */
export function closest(lead: ReadonlyMap<string, number>, others: readonly Lead[]): number {
  let best = 0;
  for (const { keys, weights } of others) {
    let dot = 0;
    for (let i = 0; i < keys.length; i++) dot += weights[i]! * (lead.get(keys[i]!) ?? 0);
    if (dot > best) best = dot;
  }
  return best;
}
