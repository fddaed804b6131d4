/** How one report of a story begins: stems with their weights, as a vector of length 1. */
export type Lead = readonly (readonly [key: string, weight: number])[];

/** The latest reports tell best what the story is about now; more of them change little and cost time. */
const MAX_LEADS = 5;

/** A lead of stems with what each weighs. Three digits, so that what is kept is what was compared. */
export function leadOf(weights: ReadonlyMap<string, number>): Lead {
  let square = 0;
  for (const weight of weights.values()) square += weight * weight;
  const length = Math.sqrt(square) || 1;
  return [...weights].map(([key, weight]) => [key, Math.round((weight / length) * 1000) / 1000] as const);
}

/** The leads of a story with one more, the oldest left out. */
export const withLead = (leads: readonly Lead[], lead: Lead): readonly Lead[] =>
  [...leads, lead].slice(-MAX_LEADS);

/** Cosine of a lead to the closest of others, 0..1. */
export function closest(lead: ReadonlyMap<string, number>, others: readonly Lead[]): number {
  let best = 0;
  for (const other of others) {
    let dot = 0;
    for (const [key, weight] of other) dot += weight * (lead.get(key) ?? 0);
    if (dot > best) best = dot;
  }
  return best;
}
