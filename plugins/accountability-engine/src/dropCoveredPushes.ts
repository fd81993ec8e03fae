import { ChangeRecord } from 'backstage-plugin-accountability-common';

/**
 * Leaves out pushes that are the merge of a request: the sender tells of both,
 * and it is one change. They share the commit that the branch was moved to.
 * Rules are gone round by the push, so what it says of them is the request's.
 */
export function dropCoveredPushes(
  changes: readonly ChangeRecord[],
): ChangeRecord[] {
  const requested = new Set<string>();
  for (const { origin, state, sha } of changes) {
    if (origin !== 'push' && state === 'merged' && sha) requested.add(sha);
  }
  const bypassed = new Map<string, string[]>();
  const kept: ChangeRecord[] = [];
  for (const change of changes) {
    const { origin, sha } = change;
    if (origin !== 'push' || !sha || !requested.has(sha)) kept.push(change);
    else if (change.bypassed) {
      bypassed.set(sha, union(bypassed.get(sha), change.bypassed));
    }
  }
  return bypassed.size === 0
    ? kept
    : kept.map(change => {
        const more = change.sha && bypassed.get(change.sha);
        return more && change.origin !== 'push' && change.state === 'merged'
          ? { ...change, bypassed: union(change.bypassed, more) }
          : change;
      });
}

function union(some: readonly string[] = [], more: readonly string[]) {
  return [...new Set([...some, ...more])];
}
