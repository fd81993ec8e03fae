import {
  incoming,
  sharedData,
} from 'backstage-plugin-accountability-node/testUtils';
import fs from 'node:fs';
import { createPagerdutySource } from './createPagerdutySource';
import { exampleDeliveries } from './testUtils';

const source = createPagerdutySource(['secret']);

const user = { id: 'PUSER', type: 'user_reference', summary: 'somebody' };
const integration = { id: 'PIN', type: 'inbound_integration_reference' };
const policy = 'pagerduty:escalation-policy:PPOLICY';

const data = {
  id: 'PGR0VU2',
  type: 'incident',
  created_at: '2026-11-23T11:00:00Z',
  service: { id: 'PF9KMXH' },
  assignees: [user],
  escalation_policy: { id: 'PPOLICY', summary: 'somebody first' },
  teams: [{ id: 'PTEAM', summary: 'somebody and friends' }],
  urgency: 'high',
};

interface Given {
  type: string;
  agent?: unknown;
  data?: object;
}
const collect = ({ type, agent, data: more }: Given) =>
  source.collect(
    incoming({
      body: {
        event: {
          event_type: `incident.${type}`,
          occurred_at: '2026-11-23T12:00:00.169Z',
          agent,
          data: { ...data, ...more },
        },
      },
    }),
  );

describe('how an incident of PagerDuty was answered', () => {
  it.each([
    { type: 'triggered', step: 'paged' },
    { type: 'unacknowledged', step: 'paged' },
    { type: 'reopened', step: 'paged' },
    { type: 'escalated', step: 'escalated' },
    { type: 'delegated', step: 'escalated' },
    { type: 'acknowledged', step: 'acknowledged' },
  ])('$type is $step by the rota that has it', ({ type, step }) => {
    const collected = collect({ type, agent: user });

    expect(collected).toHaveProperty('events.0.response', {
      step,
      team: policy,
    });
  });

  it.each(['resolved', 'priority_updated', 'service_updated', 'else'])(
    '%s is no step of it',
    type => {
      const collected = collect({ type, agent: user });

      expect(collected).toHaveProperty('events.0.response', undefined);
    },
  );

  it.each([
    {
      given: 'people picked by hand, of whatever rota',
      of: { type: 'reassigned', agent: user },
      gives: { step: 'paged' },
    },
    {
      given: 'an incident of one team without a policy',
      of: { type: 'triggered', data: { escalation_policy: null } },
      gives: { step: 'paged', team: 'pagerduty:team:PTEAM' },
    },
    {
      given: 'an incident of two teams without a policy',
      of: {
        type: 'triggered',
        data: {
          escalation_policy: undefined,
          teams: [{ id: 'PONE' }, { id: 'PTWO' }],
        },
      },
      gives: { step: 'paged' },
    },
    {
      given: 'a policy and teams that cannot be read',
      of: {
        type: 'triggered',
        data: { escalation_policy: { id: 'a\u0000b' }, teams: 'none' },
      },
      gives: { step: 'paged' },
    },
    {
      given: 'low urgency, which calls nobody',
      of: { type: 'triggered', data: { urgency: 'low' } },
      gives: undefined,
    },
    {
      given: 'low urgency that somebody took up',
      of: { type: 'acknowledged', agent: user, data: { urgency: 'low' } },
      gives: { step: 'acknowledged', team: policy },
    },
    {
      given: 'an acknowledgement by a machine',
      of: { type: 'acknowledged', agent: integration },
      gives: undefined,
    },
    {
      given: 'an acknowledgement of nobody knows whom',
      of: { type: 'acknowledged' },
      gives: { step: 'acknowledged', team: policy },
    },
  ])('of $given it tells $gives', ({ of, gives }) => {
    expect(collect(of)).toHaveProperty('events.0.response', gives);
  });

  it.each([
    { given: 'a user', agent: user, gives: 'person' },
    { given: 'an integration', agent: integration, gives: 'monitor' },
    {
      given: 'a service of e-mails',
      agent: { id: 'P', type: 'generic_email_reference' },
      gives: 'monitor',
    },
    { given: 'no agent, by its own rules', agent: null, gives: 'monitor' },
    { given: 'no word of an agent', agent: undefined, gives: undefined },
    { given: 'an agent of no kind', agent: { id: 'P' }, gives: undefined },
  ])('one opened by $given is detected by $gives', ({ agent, gives }) => {
    const collected = collect({ type: 'triggered', agent });

    expect(collected).toHaveProperty('events.0.detectedBy', gives);
  });

  it('only its beginning says what detected it', () => {
    const collected = collect({ type: 'reopened', agent: user });

    expect(collected).toHaveProperty('events.0.detectedBy', undefined);
  });

  it('lets nobody out', () => {
    const collected = [
      ...['triggered', 'acknowledged', 'reassigned'].map(type =>
        collect({ type, agent: user }),
      ),
      ...exampleDeliveries.map(one => source.collect(incoming(one))),
    ];

    expect(JSON.stringify(collected)).not.toMatch(/somebody|PUSER/);
  });
});

const received = sharedData('zulip-fixtures', 'pagerduty_triggered_v3.json');

(received ? describe : describe.skip)('a body as PagerDuty sent it', () => {
  it('was opened by a person and called its policy', () => {
    const body = fs.readFileSync(received ?? '');

    expect(source.collect(incoming({ body }))).toMatchObject({
      events: [
        {
          detectedBy: 'person',
          response: {
            step: 'paged',
            team: 'pagerduty:escalation-policy:PY82TC6',
          },
        },
      ],
    });
  });
});
