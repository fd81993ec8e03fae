import { ChangeRecord } from 'backstage-plugin-accountability-common';

/**
 * Leaves out pushes that are the merge of a request: the sender tells of both,
 * and it is one change. They share the commit that the branch was moved to.
 */
export function dropCoveredPushes(
  changes: readonly ChangeRecord[],
): ChangeRecord[] {
  const requested = new Set<string>();
  for (const { origin, state, sha } of changes) {
    if (origin !== 'push' && state === 'merged' && sha) requested.add(sha);
  }
  return changes.filter(
    ({ origin, sha }) => origin !== 'push' || !sha || !requested.has(sha),
  );
}
