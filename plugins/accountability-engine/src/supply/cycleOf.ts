import { Cycle } from './Lifecycle';

/** Numbers at dots, after which may come what a tag or a build says besides. */
const shape = /^(?:v|go)?(\d+(?:\.\d+)*)(?:\.[x*])?(?:$|[-+_a-z][-+_.\w]*$)/i;

/**
 * The line of releases that a version is of: `22.11.0` is of `22`, `3.12.1` of
 * `3.12`, the tag `22-alpine` of `22`. The longest name that fits counts, and
 * names end at dots. Undefined for what may be of several, such as `>=18`,
 * `lts/*` and `3`, and for lines that are not listed.
 */
export function cycleOf(
  cycles: readonly Cycle[],
  version: string,
): Cycle | undefined {
  const numbers = shape.exec(version.trim())?.[1];
  if (numbers === undefined) return undefined;
  const fitting = cycles.filter(({ name }) =>
    `${numbers}.`.startsWith(`${name}.`),
  );
  return fitting.reduce<Cycle | undefined>(
    (best, cycle) =>
      best && best.name.length >= cycle.name.length ? best : cycle,
    undefined,
  );
}
