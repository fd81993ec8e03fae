/** The five burdens, in the order in which every page and table shows them. */
export const burdens = [
  'pipeline',
  'reliability',
  'observability',
  'security',
  'ownership',
] as const;

/** One of the five burdens: what kind of debt a fact or check speaks of. */
export type Burden = (typeof burdens)[number];
