/** How far a run came. */
export interface LookedInTurn {
  /** How many were looked at. */
  looked: number;
  /** What went wrong and was not known before. */
  faults: string[];
}

/** Looks at what is claimed, batch after batch, until nothing is due, enough was done or the backend stops. */
export async function lookInTurn<Claim>(work: {
  claim(): Promise<Claim[]>;
  /** Gives what went wrong, where that is new. */
  look(claim: Claim): Promise<string | undefined>;
  most: number;
  signal: AbortSignal;
}): Promise<LookedInTurn> {
  const { claim, look, most, signal } = work;
  let looked = 0;
  const faults: string[] = [];
  while (!signal.aborted && looked < most) {
    const claims = await claim();
    if (claims.length === 0) break;
    const told = await Promise.all(claims.map(one => look(one)));
    faults.push(...told.flatMap(fault => fault ?? []));
    looked += claims.length;
  }
  return { looked, faults };
}
