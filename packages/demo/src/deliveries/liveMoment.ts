import { RecordEventInput } from 'backstage-plugin-accountability-common';
import { CompanyPlan, ServicePlan } from '../company/CompanyPlan';
import { planService } from '../company/planService';
import { Random } from '../company/Random';
import { iso, minute } from '../company/time';
import { deploymentRecord } from '../history/deployments';
import { DemoDelivery } from './DemoDelivery';
import { deliveryOf } from './deliveryOf';
import { genericBatches } from './genericBatches';

/** Something that happens to one service at an instant, told in a few words. */
export interface LiveMoment {
  says: string;
  deliveries: DemoDelivery[];
}

/** The next thing that happens after the story's end; the same instant gives the same thing. */
export function liveMoment(plan: CompanyPlan, at: number): LiveMoment {
  const random = new Random(`${plan.options.seed}/live/${at}`);
  const service = planService(plan, random.int(0, plan.options.services - 1));
  const draw = random.next();
  if (draw < 0.55) return liveDeployment(service, at, random);
  if (
    draw < 0.7 &&
    service.pagerdutyId &&
    service.alertsUntil >= plan.options.now
  ) {
    return liveAlert(service, at, random);
  }
  if (draw < 0.8 && service.pagerdutyId)
    return liveIncident(service, at, random);
  return liveChange(service, at, random);
}

function liveDeployment(
  { name, slug }: ServicePlan,
  at: number,
  random: Random,
): LiveMoment {
  const environment = random.chance(0.5) ? 'production' : 'staging';
  const result = random.chance(0.95) ? 'success' : 'failure';
  const base = {
    kind: 'deployment' as const,
    // Seconds of the clock lie above every id of the story.
    record: deploymentRecord(slug, Math.floor(at / 1000)),
    subject: `github:${slug}`,
    environment,
    sha: random.hex(40),
  };
  return told(`${name} to ${environment}: ${result}`, [
    { ...base, state: 'pending', at: iso(at - 3 * minute) },
    { ...base, state: 'executing', at: iso(at - 2.5 * minute) },
    { ...base, state: 'finished', at: iso(at), result },
  ]);
}

function liveIncident(
  { name, title, pagerdutyId }: ServicePlan,
  at: number,
  random: Random,
): LiveMoment {
  const base = {
    kind: 'incident' as const,
    record: `pagerduty:incident:QL${Math.floor(at / 1000)
      .toString(36)
      .toUpperCase()}`,
    subject: `pagerduty:${pagerdutyId}`,
    title: `${title}: Error rate above 5 %`,
    severity: random.pick(['P2', 'P3', 'P4']),
  };
  return told(`${name} had an incident`, [
    { ...base, state: 'triggered', at: iso(at - 9 * minute) },
    { ...base, state: 'acknowledged', at: iso(at - 7 * minute) },
    { ...base, state: 'resolved', at: iso(at) },
  ]);
}

function liveAlert(
  { name, pagerdutyId }: ServicePlan,
  at: number,
  random: Random,
): LiveMoment {
  const base = {
    kind: 'alert' as const,
    record: `pagerduty:alert:L${Math.floor(at / 1000)}`,
    subject: `pagerduty:${pagerdutyId}`,
    title: 'p95 latency',
    severity: random.pick(['warning', 'error']),
  };
  return told(`${name} had an alert`, [
    { ...base, state: 'firing', at: iso(at - 4 * minute) },
    { ...base, state: 'resolved', at: iso(at) },
  ]);
}

function liveChange(
  { name, slug }: ServicePlan,
  at: number,
  random: Random,
): LiveMoment {
  const base = {
    kind: 'change' as const,
    record: `github:change:${slug}:${Math.floor(at / 1000)}`,
    subject: `github:${slug}`,
    title: 'Tidy up after the release',
  };
  return told(`${name} merged a change`, [
    { ...base, state: 'opened', at: iso(at - 40 * minute) },
    {
      ...base,
      state: 'merged',
      at: iso(at),
      sha: random.hex(40),
      additions: random.int(1, 200),
      deletions: random.int(0, 100),
      approvals: 1,
    },
  ]);
}

function told(says: string, events: RecordEventInput[]): LiveMoment {
  const uploads = events.filter(event => !deliveryOf(event));
  return {
    says,
    deliveries: [
      ...events.flatMap(event => deliveryOf(event) ?? []),
      ...genericBatches(uploads),
    ],
  };
}
