import { iso, minute } from '../company/time';
import { Chapter } from './Chapter';
import { DemoEvent, EventOf } from './DemoEvent';
import { incidentRecord } from './incidents';
import { IncidentPlan } from './planIncidents';
import { anyInstants } from './workInstants';

const monitors = [
  'CPU above 80 %',
  'Memory above 90 %',
  'p95 latency',
  '5xx share',
  'Disk fills up',
  'Queue depth',
];

/** Alerts of a service: one ahead of each incident, and those that led nowhere. */
export function alerts(
  chapter: Chapter,
  incidents: IncidentPlan[],
): DemoEvent[] {
  const { service, random, to } = chapter;
  const { pagerdutyId, alertsUntil, profile } = service;
  if (!pagerdutyId) return [];
  const spoken: AlertPlan[] = incidents.map((plan, i) => ({
    at: plan.startedAt - random.int(1, 3) * minute,
    acted: true,
    incident: incidentRecord(pagerdutyId, i * 2),
  }));
  for (const at of anyInstants(chapter, profile.alertsPerWeek)) {
    spoken.push({ at, acted: random.chance(profile.actionableShare) });
  }
  return spoken
    .filter(({ at }) => at < Math.min(alertsUntil, to))
    .sort((a, b) => a.at - b.at)
    .flatMap((plan, i) => alertEvents(chapter, plan, i))
    .filter(({ event }) => Date.parse(event.at) <= to);
}

interface AlertPlan {
  at: number;
  /** Someone took it up. */
  acted: boolean;
  incident?: string;
}

function alertEvents(
  { service, random }: Chapter,
  { at, acted, incident }: AlertPlan,
  number: number,
): DemoEvent[] {
  const base: Omit<EventOf<'alert'>, 'at' | 'state'> = {
    kind: 'alert',
    record: `pagerduty:alert:A${service.index.toString(36)}-${number}`,
    subject: `pagerduty:${service.pagerdutyId}`,
    title: random.pick(monitors),
    severity: random.pick(['critical', 'error', 'warning', 'warning']),
    incident,
  };
  const events: EventOf<'alert'>[] = [
    { ...base, state: 'firing', at: iso(at) },
  ];
  if (acted) {
    const ackAt = at + random.skewed(4) * minute;
    events.push(
      { ...base, state: 'acknowledged', at: iso(ackAt) },
      {
        ...base,
        state: 'resolved',
        at: iso(ackAt + random.skewed(20) * minute),
      },
    );
  } else {
    const over = at + random.skewed(3, 0.5) * minute;
    events.push({ ...base, state: 'resolved', at: iso(over) });
  }
  return events.map(event => ({ begun: at, event }));
}
