import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { FactContext, Measurement } from './defineFact';
import { standsFor } from './standsFor';

/** Why nothing is told of changes that so few people stand for; undefined where there are enough, or none is known. */
export function fewPeople(
  changes: readonly ChangeRecord[],
  { people }: FactContext,
): Measurement | undefined {
  const known = new Set<string>();
  for (const change of changes) {
    const person = standsFor(change);
    if (typeof person === 'object') known.add(person.key);
  }
  if (known.size === 0 || known.size >= people.least) return undefined;
  return tooFew(
    changes,
    `Fewer than ${people.least} people stand for the changes that this would tell of, and of so few it is not told`,
  );
}

/** That it would tell of too few people. */
export function tooFew(
  changes: readonly ChangeRecord[],
  because: string,
): Measurement {
  return {
    status: 'unknown',
    reason: 'too-few-people',
    sampleSize: changes.length,
    evidence: changes.map(({ id }) => id),
    because,
  };
}
