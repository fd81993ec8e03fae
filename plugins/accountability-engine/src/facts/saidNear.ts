import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { DAY, firstAfter } from '../time';

/** So many days from a change others are looked for, to know what its repository is told of. */
export const saidNearDays = 90;

/** What others of a repository are to show, and on which side of a change. */
export interface Said {
  shows(change: ChangeRecord): boolean;
  /** Those before it alone; else also those after it. */
  beforeOnly?: boolean;
}

/**
 * Whether others of a change's repository were told of near it that show
 * something: only where a source speaks at all does its silence mean no. Near is
 * by the changes' own time, so that the clock moves nothing.
 */
export function saidNear(
  changes: readonly ChangeRecord[],
  { shows, beforeOnly = false }: Said,
): (change: ChangeRecord) => boolean {
  const bySubject = new Map<string, number[]>();
  for (const change of changes) {
    if (!shows(change)) continue;
    const known = bySubject.get(change.subject);
    if (known) known.push(instantOf(change));
    else bySubject.set(change.subject, [instantOf(change)]);
  }
  for (const instants of bySubject.values()) instants.sort((a, b) => a - b);
  const reach = saidNearDays * DAY;
  return change => {
    const at = instantOf(change);
    const instants = bySubject.get(change.subject) ?? [];
    const next = instants[firstAfter(instants, at - reach - 1, each => each)];
    return next !== undefined && next <= at + (beforeOnly ? 0 : reach);
  };
}

function instantOf({ endedAt, startedAt }: ChangeRecord): number {
  return endedAt ?? startedAt;
}
