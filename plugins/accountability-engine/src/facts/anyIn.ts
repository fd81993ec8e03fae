import { isOf, People } from '../people';

/**
 * Whether any of several contributors was in a group then. Undefined where none
 * is known to have been and not all are known: unknown is no no.
 */
export function anyIn(
  people: People,
  contributors: readonly (string | undefined)[],
  then: { group: string; at: number },
): boolean | undefined {
  const answers = contributors.map(one =>
    one === undefined ? undefined : isOf(people, one, then),
  );
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}
