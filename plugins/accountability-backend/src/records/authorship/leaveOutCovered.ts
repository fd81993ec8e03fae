import { ChangeRecord } from 'backstage-plugin-accountability-common';

/** By what a merged change knows another that tells of the same merge; undefined where it knows none. */
export function commitOf({
  subject,
  state,
  sha,
}: ChangeRecord): string | undefined {
  return state === 'merged' && sha ? JSON.stringify([subject, sha]) : undefined;
}

/** Leaves out pushes that are the merge of a request: it is one change. */
export function leaveOutCovered(
  changes: readonly ChangeRecord[],
): ChangeRecord[] {
  const requested = new Set(
    changes.filter(({ origin }) => origin !== 'push').map(commitOf),
  );
  return changes.filter(change => {
    const commit = commitOf(change);
    return (
      change.origin !== 'push' || commit === undefined || !requested.has(commit)
    );
  });
}
