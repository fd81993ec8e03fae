import { get, has, set, unset } from 'lodash';
import { GateDecision } from 'backstage-plugin-accountability-common';

/** What may be erased from a decision; who was let through, when and by which policy stays. `*` is each of a list. */
export const erasablePointers = [
  '/environment',
  '/commit',
  '/artifact',
  '/labels',
  '/labels/*',
  '/owner',
  '/because',
  '/breakGlass/reason',
  '/rules/*/because',
  '/rules/*/clauses',
  '/rules/*/remediation',
  '/facts/*/value',
  '/facts/*/because',
];

/** Whether a JSON pointer names something that may be erased. */
export function isErasable(pointer: string): boolean {
  return erasablePointers.includes(pointer.replace(/\/\d+(?=\/|$)/g, '/*'));
}

/** A decision without what the pointers name, and with those that named anything as `erased`. */
export function eraseFrom(
  decision: GateDecision,
  pointers: readonly string[],
): GateDecision {
  if (pointers.length === 0) return decision;
  const copy = structuredClone(decision);
  const erased = pointers.filter(pointer => {
    const places = placesOf(copy, pointer).filter(place => has(copy, place));
    places.forEach(place => erase(copy, place));
    return places.length > 0;
  });
  return erased.length > 0 ? { ...copy, erased } : copy;
}

/** The places that a pointer names in a decision, with a number for each `*`. */
function placesOf(decision: GateDecision, pointer: string): string[][] {
  let places: string[][] = [[]];
  for (const name of pointer.split('/').slice(1)) {
    places = places.flatMap(place => {
      if (name !== '*') return [[...place, name]];
      const list: unknown = get(decision, place);
      return Array.isArray(list)
        ? list.map((_, index) => [...place, String(index)])
        : [];
    });
  }
  return places;
}

/** What an answer has in any case keeps its place, so that readers find what they expect. */
function erase(decision: GateDecision, place: string[]): void {
  const [owner, last] = [place.at(-2) ?? '', place.at(-1) ?? ''];
  if (last === 'clauses') set(decision, place, []);
  else if (['because', 'reason'].includes(last) || owner === 'labels') {
    set(decision, place, '(erased)');
  } else unset(decision, place);
}
