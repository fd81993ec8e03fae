import { IncidentRecord } from 'backstage-plugin-accountability-common';
import { firstAfter } from '../time';
import { clockSkew } from './clockSkew';
import { Mended } from './findRemedies';

/**
 * Of remedies, the oldest first, those that began while an incident was open:
 * from its impact, or from a reopening, until it was resolved, or until now.
 * Going back may have begun a little before the noted start, unless it then
 * looks like two promotions that raced each other; a hotfix may not, since it
 * is a change like others.
 */
export function cameDuring(
  mended: readonly Mended[],
  incident: IncidentRecord,
  now: number,
): Mended[] {
  const open = openTimes(incident, now);
  const near = mended.slice(
    firstAfter(mended, incident.startedAt - clockSkew - 1, beginOf),
    firstAfter(mended, Math.max(...open.map(({ to }) => to)), beginOf),
  );
  return near.filter(one => {
    const at = beginOf(one);
    return open.some(({ from, to }) => {
      if (at > to) return false;
      if (at > from) return true;
      return at >= from - clockSkew && goesBack(one);
    });
  });
}

function beginOf({ by }: Mended): number {
  return by.record.startedAt;
}

function openTimes(
  { startedAt, endedAt, episodes }: IncidentRecord,
  now: number,
): { from: number; to: number }[] {
  if (episodes.length === 0) return [{ from: startedAt, to: endedAt ?? now }];
  return episodes.map(({ from, to = now }, index) => ({
    from: index === 0 ? startedAt : Math.max(from, startedAt),
    to,
  }));
}

function goesBack({ kind, by, undone }: Mended): boolean {
  if (kind !== 'rollback' || by.record.rollback) return kind !== 'hotfix';
  const before = undone[undone.length - 1].record.startedAt;
  return by.record.startedAt - before > clockSkew;
}
