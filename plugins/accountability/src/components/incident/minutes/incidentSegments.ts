import { IncidentRecord } from 'backstage-plugin-accountability-common';
import { TimeScale } from '../../timeline/layout/scale';

/** A stretch of an incident: not seen yet, open without an answer, answered, or closed before it was reopened. */
export interface IncidentSegment {
  kind: 'unseen' | 'open' | 'answered' | 'closed';
  from: number;
  to: number;
  x: number;
  width: number;
  /** True for the last stretch of an incident that goes on. */
  going: boolean;
}

/** The stretches of an incident one after the other, from the impact to its end or to now. */
export function incidentSegments(
  incident: IncidentRecord,
  scale: TimeScale,
  now: number,
): IncidentSegment[] {
  const { startedAt, episodes, acknowledgedAt } = incident;
  const opened = episodes[0]?.from ?? startedAt;
  const stretches: Pick<IncidentSegment, 'kind' | 'from' | 'to'>[] = [
    { kind: 'unseen', from: startedAt, to: opened },
  ];
  episodes.forEach((episode, place) => {
    const before = episodes[place - 1]?.to;
    if (before !== undefined) {
      stretches.push({ kind: 'closed', from: before, to: episode.from });
    }
    const to = episode.to ?? Math.max(now, episode.from);
    const answered = Math.min(to, Math.max(episode.from, acknowledgedAt ?? to));
    stretches.push({ kind: 'open', from: episode.from, to: answered });
    stretches.push({ kind: 'answered', from: answered, to });
  });
  const shown = stretches.filter(({ from, to }) => to > from);
  return shown.map((each, place) => {
    const x = scale.x(each.from);
    return {
      ...each,
      x,
      width: Math.max(1, scale.x(each.to) - x),
      going: place === shown.length - 1 && incident.endedAt === undefined,
    };
  });
}
