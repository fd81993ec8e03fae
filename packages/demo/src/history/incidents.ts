import { iso, minute } from '../company/time';
import { Chapter, slugAt } from './Chapter';
import { DemoEvent, EventOf } from './DemoEvent';
import { deploymentRecord } from './deployments';
import { IncidentPlan } from './planIncidents';
import { isUrgent, rotaAt, rotaOf } from './rotas';

const troubles = [
  'Error rate above 5 %',
  'Latency above 2 s',
  'Queue is growing',
  'Health check fails',
  'Orders are stuck',
  'Wrong totals shown',
];

type IncidentEvent = EventOf<'incident'>;

/** Record id of an incident, the same as PagerDuty's webhooks give. */
export function incidentRecord(pagerdutyId: string, number: number): string {
  return `pagerduty:incident:Q${pagerdutyId.slice(1)}${number
    .toString(36)
    .toUpperCase()
    .padStart(4, '0')}`;
}

/** What PagerDuty, and the review after it, say of these incidents. */
export function incidentEvents(
  chapter: Chapter,
  plans: IncidentPlan[],
): DemoEvent[] {
  const { service, to } = chapter;
  const { pagerdutyId } = service;
  if (!pagerdutyId) return [];
  return plans.flatMap((plan, i) => {
    const record = incidentRecord(pagerdutyId, i * 2);
    const base = baseOf(chapter, plan, { record, pagerdutyId });
    const events = [
      ...episode(chapter, plan, base),
      ...(plan.doubled
        ? double(plan, base, incidentRecord(pagerdutyId, i * 2 + 1))
        : []),
      ...claimOf(chapter, plan, base),
    ];
    return events
      .filter(event => Date.parse(event.at) <= to)
      .map(event => ({ begun: plan.startedAt, event }));
  });
}

type IncidentBase = Omit<IncidentEvent, 'at' | 'state'>;

function baseOf(
  { service, random }: Chapter,
  { severity }: IncidentPlan,
  { record, pagerdutyId }: { record: string; pagerdutyId: string },
): IncidentBase {
  return {
    kind: 'incident',
    record,
    subject: `pagerduty:${pagerdutyId}`,
    title: `${service.title}: ${random.pick(troubles)}`,
    url: `https://halden.pagerduty.com/incidents/${record.split(':')[2]}`,
    severity,
  };
}

function episode(
  { service, random }: Chapter,
  { startedAt, minutes, reopened, open }: IncidentPlan,
  base: IncidentBase,
): IncidentEvent[] {
  const lot = random.fork(base.record);
  const paged = pageOf(base, rotaAt(service, startedAt));
  // Now and then the platform's people are quicker than those who own it.
  const answeredBy = lot.chance(0.85)
    ? rotaAt(service, startedAt)
    : rotaOf('developer-platform');
  const resolvedAt = startedAt + Math.max(3, minutes) * minute;
  const ackAt = startedAt + Math.min(minutes / 2, random.skewed(4)) * minute;
  const events: IncidentEvent[] = [
    {
      ...base,
      state: 'triggered',
      at: iso(startedAt),
      detectedBy: lot.chance(0.8) ? 'monitor' : 'person',
      response: paged,
    },
    {
      ...base,
      state: 'acknowledged',
      at: iso(ackAt),
      response: { step: 'acknowledged', team: answeredBy },
    },
  ];
  if (open) return events;
  events.push({ ...base, state: 'resolved', at: iso(resolvedAt) });
  if (!reopened) return events;
  const again = resolvedAt + random.int(8, 50) * minute;
  const over = again + random.int(6, 30) * minute;
  events.push(
    { ...base, state: 'reopened', at: iso(again), response: paged },
    { ...base, state: 'resolved', at: iso(over) },
  );
  return events;
}

/** Only what is urgent calls somebody. */
function pageOf(
  { severity }: IncidentBase,
  team: string,
): IncidentEvent['response'] {
  return isUrgent(severity) ? { step: 'paged', team } : undefined;
}

/** A second page about the same trouble, merged into the first. */
function double(
  { startedAt }: IncidentPlan,
  base: IncidentBase,
  record: string,
): IncidentEvent[] {
  const second: IncidentBase = {
    ...base,
    record,
    url: `https://halden.pagerduty.com/incidents/${record.split(':')[2]}`,
  };
  return [
    {
      ...second,
      state: 'triggered',
      at: iso(startedAt + 3 * minute),
      detectedBy: 'monitor',
      response: isUrgent(base.severity) ? { step: 'paged' } : undefined,
    },
    {
      ...second,
      state: 'resolved',
      at: iso(startedAt + 9 * minute),
      mergedInto: base.record,
    },
  ];
}

function claimOf(
  { service }: Chapter,
  { startedAt, minutes, cause, claim }: IncidentPlan,
  base: IncidentBase,
): IncidentEvent[] {
  if (!cause || !claim) return [];
  const slug = slugAt(service, cause.startedAt);
  return [
    {
      kind: 'incident',
      record: base.record,
      subject: base.subject,
      state: 'updated',
      // A machine sees the SHA at once, people write their review the day after.
      at: iso(
        startedAt +
          (claim === 'machine' ? minute : (minutes + 22 * 60) * minute),
      ),
      cause:
        claim === 'machine'
          ? { by: 'machine', sha: cause.sha }
          : { by: 'person', record: deploymentRecord(slug, cause.id) },
    },
  ];
}
