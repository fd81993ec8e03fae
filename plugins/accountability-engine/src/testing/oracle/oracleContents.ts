import {
  ChangeRecord,
  DeploymentRecord,
} from 'backstage-plugin-accountability-common';
import { gotThrough, isBefore, isSameCommit } from './history';

/** What one deployment brought, or why that is not known. */
export type OracleContents = ChangeRecord[] | 'first' | 'unknown';

/**
 * What one deployment brought, from the definition: the changes merged into the
 * default branch of its repository after the furthest that any deployment
 * before it got through, up to and with its own.
 */
export function oracleContents(
  one: DeploymentRecord,
  deployments: readonly DeploymentRecord[],
  changes: readonly ChangeRecord[],
): OracleContents {
  const own = changeOf(one, changes);
  if (!own) return 'unknown';
  const earlier = deployments
    .filter(other => gotThrough(other) && isBefore(other, one))
    .flatMap(other => changeOf(other, changes) ?? [])
    .filter(change => change.subject === own.subject);
  if (earlier.length === 0) return 'first';
  return changes
    .filter(change => countsIn(change) && change.subject === own.subject)
    .filter(change => change.id === own.id || mergedBefore(change, own))
    .filter(change => earlier.every(known => mergedBefore(known, change)))
    .sort((a, b) => (mergedBefore(a, b) ? -1 : 1));
}

/** The change whose commit a deployment deployed: the last merged, in the repository whose first merge is oldest. */
function changeOf(
  { sha }: DeploymentRecord,
  changes: readonly ChangeRecord[],
): ChangeRecord | undefined {
  if (!sha || sha.length < 7) return undefined;
  const found = changes.filter(
    change =>
      countsIn(change) &&
      (change.sha?.length ?? 0) >= 7 &&
      isSameCommit(change.sha ?? '', sha),
  );
  return found.find(change =>
    found.every(other =>
      other.subject === change.subject
        ? other.id === change.id || mergedBefore(other, change)
        : mergedBefore(
            firstOf(change.subject, changes),
            firstOf(other.subject, changes),
          ),
    ),
  );
}

function firstOf(
  subject: string,
  changes: readonly ChangeRecord[],
): ChangeRecord {
  const merged = changes.filter(
    change => countsIn(change) && change.subject === subject,
  );
  return merged.reduce((first, next) =>
    mergedBefore(next, first) ? next : first,
  );
}

function countsIn({ state, defaultBranch }: ChangeRecord): boolean {
  return state === 'merged' && defaultBranch !== false;
}

function mergedBefore(a: ChangeRecord, b: ChangeRecord): boolean {
  const [at, other] = [a.endedAt ?? a.startedAt, b.endedAt ?? b.startedAt];
  return at < other || (at === other && a.id < b.id);
}
