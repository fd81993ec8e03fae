import {
  ChangeRecord,
  DeploymentRecord,
} from 'backstage-plugin-accountability-common';
import { byStart } from './byStart';
import { ran } from './ran';
import { shortCommit } from './sameCommit';

/** What a deployment brought, as far as can be told. */
export type Contents =
  /** Changes that were not deployed before, oldest merged first; none for a rollback or a redeployment. */
  | { status: 'known'; changes: ChangeRecord[] }
  /** Nothing before it says where it begins. */
  | { status: 'first' }
  /** Its commit is that of no change that was told of. */
  | { status: 'unknown' };

/** Changes of one repository in the order in which they were merged. */
interface Merged {
  changes: ChangeRecord[];
  /** Places by the first digits of the commit. */
  places: Map<string, number[]>;
  /** Furthest place that was deployed so far. */
  deployed?: number;
}

/**
 * What each deployment of one environment of one service brought: the changes
 * merged into the default branch after the furthest commit deployed before it,
 * up to its own. Deployments that did not get through bring nothing, and what
 * they would have brought is in the next. In any order; by record id.
 */
export function contentsOf(
  deployments: readonly DeploymentRecord[],
  changes: readonly ChangeRecord[],
): Map<string, Contents> {
  const bySubject = mergedBySubject(changes);
  const contents = new Map<string, Contents>();
  for (const deployment of [...deployments].sort(byStart)) {
    if (!ran(deployment)) continue;
    contents.set(deployment.id, contentsOfOne(deployment, bySubject));
  }
  return contents;
}

function contentsOfOne(
  { sha }: DeploymentRecord,
  bySubject: readonly Merged[],
): Contents {
  if (!sha) return { status: 'unknown' };
  for (const merged of bySubject) {
    const place = placeOf(merged, sha);
    if (place === undefined) continue;
    const { deployed } = merged;
    merged.deployed = Math.max(place, deployed ?? -1);
    if (deployed === undefined) return { status: 'first' };
    return {
      status: 'known',
      changes: merged.changes.slice(deployed + 1, place + 1),
    };
  }
  return { status: 'unknown' };
}

function placeOf({ changes, places }: Merged, sha: string): number | undefined {
  const wanted = sha.toLowerCase();
  return places.get(wanted.slice(0, shortCommit))?.findLast(place => {
    const known = (changes[place].sha ?? '').toLowerCase();
    return known.startsWith(wanted) || wanted.startsWith(known);
  });
}

/** A service may be built from several repositories: each has an order of its own. */
function mergedBySubject(changes: readonly ChangeRecord[]): Merged[] {
  const bySubject = new Map<string, Merged>();
  for (const change of [...changes].sort(byMerge)) {
    if (change.state !== 'merged' || change.defaultBranch === false) continue;
    const { subject, sha } = change;
    const merged: Merged = bySubject.get(subject) ?? {
      changes: [],
      places: new Map(),
    };
    bySubject.set(subject, merged);
    const place = merged.changes.push(change) - 1;
    if (!sha || sha.length < shortCommit) continue;
    const key = sha.slice(0, shortCommit).toLowerCase();
    merged.places.set(key, [...(merged.places.get(key) ?? []), place]);
  }
  return [...bySubject.values()];
}

function byMerge(a: ChangeRecord, b: ChangeRecord): number {
  const at = (change: ChangeRecord) => change.endedAt ?? change.startedAt;
  return at(a) - at(b) || (a.id < b.id ? -1 : 1);
}
