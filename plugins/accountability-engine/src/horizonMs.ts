import { RecordKind } from 'backstage-plugin-accountability-common';
import { claimReach } from './attribution';
import { AssessSettings } from './assessTypes';
import { FactDefinition } from './facts/defineFact';
import { DAY } from './time';

/** A profile without a window looks back so far; nobody looks for a cause in what is older. */
const withoutWindow = 400 * DAY;

/** An alert begins before the incident that it leads to; one from longer before led to none. */
const alertReach = 7 * DAY;

/** A commit is told of when it is made, and merged later: so much later at most. */
const reportReach = 28 * DAY;

/**
 * How far before `now` records are needed so that every fact is right, in
 * milliseconds: the longest window and, for deployments and incidents, before
 * it the stretch in which the cause of its first incident is sought. With
 * `kind` the answer for records of that kind alone, 0 where no fact looks at it;
 * for alerts also the stretch in which one led to the first incident, for
 * reports that in which the commit that one is of was merged.
 * Records that had not ended then are needed too, however old.
 */
export function horizonMs(
  facts: readonly FactDefinition[],
  settings: AssessSettings,
  kind?: RecordKind,
): number {
  const needing = facts.filter(
    ({ needs, also = [] }) =>
      kind === undefined || needs.includes(kind) || also.includes(kind),
  );
  const days = Math.max(
    0,
    ...needing.map(({ windowDays, lateDays = 0 }) => windowDays + lateDays),
  );
  return days * DAY + reachOf(kind, { needed: needing.length > 0, settings });
}

function reachOf(
  kind: RecordKind | undefined,
  { needed, settings }: { needed: boolean; settings: AssessSettings },
): number {
  if (kind === 'alert') return needed ? alertReach : 0;
  if (kind === 'report') return needed ? reportReach : 0;
  const attributed =
    kind === undefined || ['deployment', 'incident', 'change'].includes(kind);
  const { windowMs = withoutWindow } = settings.attribution;
  return attributed ? Math.max(claimReach, windowMs) : 0;
}
