import { findNearestName } from 'backstage-plugin-accountability-common';

/** ` (did you mean "x"?)` for the nearest of some names, else ` (there are: …)`. */
export function nearestName(name: string, names: readonly string[]): string {
  const nearest = findNearestName(name, names, { compared: 100 });
  return nearest === undefined
    ? ` (there are: ${names.join(', ')})`
    : ` (did you mean "${nearest}"?)`;
}
