import { Share } from './Area';

/** Below this nobody is an author (Avelino 2016). */
const least = 3.293;
/** Nor with less than this part of the highest degree. */
const ofHighest = 0.75;

/**
 * How well a contributor knows an area: 3.293 + 1.098 FA + 0.164 DL - 0.321
 * ln(1 + AC), of first authorship, own deliveries and those of others (Fritz
 * 2010). Without a unit; only for comparing, never for showing.
 */
export function degreeOfAuthorship(given: {
  first: boolean;
  own: number;
  others: number;
}): number {
  const { first, own, others } = given;
  return (
    3.293 + (first ? 1.098 : 0) + 0.164 * own - 0.321 * Math.log(1 + others)
  );
}

/** Who knows an area well enough to answer for it: a high degree, near the highest (Avelino 2016). */
export function authorsOf(shares: readonly Share[]): string[] {
  const all = shares.reduce((sum, { deliveries }) => sum + deliveries, 0);
  const degrees = shares.map(({ who, deliveries, first }) => ({
    who,
    degree: degreeOfAuthorship({
      first,
      own: deliveries,
      others: all - deliveries,
    }),
  }));
  const highest = Math.max(...degrees.map(({ degree }) => degree));
  return degrees
    .filter(({ degree }) => degree >= least && degree > ofHighest * highest)
    .map(({ who }) => who);
}
