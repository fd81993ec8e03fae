import { findNearestName } from 'backstage-plugin-accountability-common';

/** ` (did you mean 'x'?)` for the nearest candidate, or nothing where none is near. */
export function didYouMean(
  name: string,
  candidates: readonly string[],
): string {
  const nearest = findNearestName(name, candidates);
  return nearest === undefined ? '' : ` (did you mean '${nearest}'?)`;
}
