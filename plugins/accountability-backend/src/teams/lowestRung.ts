import { builtInFacts } from 'backstage-plugin-accountability-engine';

/** The value that the lowest rung of the ladder of one of our facts names, in its unit. Throws where there is no such fact or it has no ladder. */
export function lowestRung(fact: string): number {
  const ladder = builtInFacts.find(({ id }) => id === fact)?.ladder;
  if (!ladder) throw new Error(`The fact ${fact} has no ladder`);
  return ladder.bronze;
}
