import {
  DeploymentRecord,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { ran } from 'backstage-plugin-accountability-engine';

/**
 * Commits that may have run at some instant from the first to the last that is
 * assessed: of each subject and environment the one that got through last
 * before, and all that did so in between. Of the commits of a year a service
 * has a bill each, and all but these were of no use.
 */
export function runningCommits(
  records: readonly ServiceRecord[],
  { from, to }: { from: number; to: number },
): string[] {
  const before = new Map<string, DeploymentRecord>();
  const commits = new Set<string>();
  for (const record of records) {
    if (record.kind !== 'deployment' || !ran(record)) continue;
    const at = throughAt(record);
    if (at > to) continue;
    if (at > from) {
      if (record.sha) commits.add(record.sha);
      continue;
    }
    const key = JSON.stringify([record.subject, record.environment]);
    const known = before.get(key);
    if (!known || throughAt(known) <= at) before.set(key, record);
  }
  before.forEach(({ sha }) => sha && commits.add(sha));
  return [...commits];
}

function throughAt({ startedAt, endedAt }: DeploymentRecord): number {
  return endedAt ?? startedAt;
}
