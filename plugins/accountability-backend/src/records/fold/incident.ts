import {
  CauseClaim,
  IncidentRecord,
  RecordEvent,
} from 'backstage-plugin-accountability-common';
import { firstAt } from './firstAt';
import { foldBase } from './foldBase';
import { foldResponses } from './foldResponses';
import { lastGiven } from './lastGiven';

type IncidentEvent = Extract<RecordEvent, { kind: 'incident' }>;
type Episodes = IncidentRecord['episodes'];

/** Folds an incident: it began with its impact where known, and each reopening is an episode of its own. */
export function foldIncident(events: readonly IncidentEvent[]): IncidentRecord {
  const openedAt = lastGiven(events, 'openedAt');
  const episodes = foldEpisodes(events, openedAt);
  const endedAt = episodes[episodes.length - 1].to;
  const begins = [lastGiven(events, 'impactStart'), openedAt];
  return {
    kind: 'incident',
    ...foldBase(events),
    state: endedAt === undefined ? openState(events) : 'resolved',
    startedAt:
      begins.find(at => at !== undefined && at <= (endedAt ?? Infinity)) ??
      events[0].at,
    endedAt,
    acknowledgedAt: firstAt(events, 'acknowledged'),
    severity: lastGiven(events, 'severity'),
    mergedInto: lastGiven(events, 'mergedInto'),
    cause: foldCause(events),
    detectedBy: lastGiven(events, 'detectedBy'),
    responses: foldResponses(events),
    chain: lastGiven(events, 'chain'),
    episodes,
  };
}

/** An incident first heard of by any event was open before it. */
function foldEpisodes(
  events: readonly IncidentEvent[],
  openedAt: number | undefined,
): Episodes {
  const firstAtAll = events[0].at;
  const episodes: Episodes = [
    { from: Math.min(openedAt ?? firstAtAll, firstAtAll) },
  ];
  for (const event of events) {
    const current = episodes[episodes.length - 1];
    const open = current.to === undefined;
    if (event.state === 'resolved' && open) current.to = event.at;
    if (['triggered', 'reopened'].includes(event.state) && !open) {
      episodes.push({ from: event.at });
    }
  }
  return episodes;
}

function openState(events: readonly IncidentEvent[]): IncidentRecord['state'] {
  const moving = events.filter(event => event.state !== 'updated');
  return moving[moving.length - 1]?.state === 'acknowledged'
    ? 'acknowledged'
    : 'triggered';
}

/** What a person says of the cause stands against any machine. */
function foldCause(events: readonly IncidentEvent[]): CauseClaim | undefined {
  const byPerson = events.filter(event => event.cause?.by === 'person');
  return lastGiven(byPerson, 'cause') ?? lastGiven(events, 'cause');
}
