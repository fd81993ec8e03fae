import {
  RecordEvent,
  RecordEventInput,
  recordEventSchema,
} from 'backstage-plugin-accountability-common';
import { createGithubSource } from 'backstage-plugin-accountability-backend-module-github';
import { createPagerdutySource } from 'backstage-plugin-accountability-backend-module-pagerduty';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { planCompany } from '../company/planCompany';
import { planService } from '../company/planService';
import { serviceHistory } from '../history/serviceHistory';
import { deliveryOf } from './deliveryOf';

const plan = planCompany({
  seed: 'halden',
  services: 3,
  teams: 12,
  days: 180,
  now: Date.parse('2026-11-23T12:00:00Z'),
});
const sources = {
  github: createGithubSource(['secret']),
  pagerduty: createPagerdutySource(['secret']),
};

function collected(event: RecordEventInput): RecordEvent[] {
  const delivery = deliveryOf(event);
  if (!delivery || delivery.source === 'generic') return [];
  const { source, headers, body } = delivery;
  const answer = sources[source].collect(incoming({ headers, body }));
  return answer.status === 'accepted' ? answer.events : [];
}

const withoutAbsent = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('deliveryOf', () => {
  const events = [0, 1, 2].flatMap(index =>
    serviceHistory(plan, planService(plan, index)).map(({ event }) => event),
  );

  it.each(['deployment', 'incident'] as const)(
    'tells by webhook of each %s just what an upload would tell',
    kind => {
      const told = events.filter(
        event => event.kind === kind && deliveryOf(event),
      );

      const byWebhook = told.flatMap(collected);

      expect(told.length).toBeGreaterThan(50);
      expect(withoutAbsent(byWebhook)).toEqual(
        withoutAbsent(told.map(event => recordEventSchema.parse(event))),
      );
    },
  );

  it('has no webhook for what comes by upload', () => {
    const kinds = new Set(events.filter(deliveryOf).map(({ kind }) => kind));

    expect([...kinds].sort()).toEqual(['deployment', 'incident']);
  });
});
