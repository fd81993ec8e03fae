import { createHmac } from 'node:crypto';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { createPagerdutySource } from './createPagerdutySource';

const source = createPagerdutySource(['new', 'old']);

const data = {
  id: 'PGR0VU2',
  type: 'incident',
  html_url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
  created_at: '2026-11-23T11:00:00Z',
  title: 'A little bump in the road',
  service: { id: 'PF9KMXH', summary: 'API Service' },
  assignees: [{ summary: 'Somebody' }],
  priority: { summary: 'P1' },
  urgency: 'high',
  resolve_reason: null,
};

const bodyOf = (type: string, given: object = data) =>
  Buffer.from(
    JSON.stringify({
      event: {
        id: '5ac64822',
        event_type: type,
        occurred_at: '2026-11-23T12:00:00.169Z',
        agent: { summary: 'Somebody' },
        data: given,
      },
    }),
  );
const collect = (type: string, given?: object) =>
  source.collect(incoming({ headers: {}, body: bodyOf(type, given) }));

describe('the source pagerduty', () => {
  it('reads an incident without the people in it', () => {
    expect(collect('incident.triggered')).toEqual({
      status: 'accepted',
      events: [
        {
          kind: 'incident',
          record: 'pagerduty:incident:PGR0VU2',
          subject: 'pagerduty:PF9KMXH',
          at: Date.parse('2026-11-23T12:00:00.169Z'),
          openedAt: Date.parse('2026-11-23T11:00:00Z'),
          state: 'triggered',
          title: 'A little bump in the road',
          url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
          severity: 'P1',
        },
      ],
    });
  });

  it.each([
    { given: 'incident.triggered', gives: 'triggered' },
    { given: 'incident.acknowledged', gives: 'acknowledged' },
    { given: 'incident.unacknowledged', gives: 'triggered' },
    { given: 'incident.reopened', gives: 'reopened' },
    { given: 'incident.resolved', gives: 'resolved' },
    { given: 'incident.priority_updated', gives: 'updated' },
    { given: 'incident.service_updated', gives: 'updated' },
    { given: 'incident.delegated', gives: 'updated' },
    { given: 'incident.escalated', gives: 'updated' },
    { given: 'incident.reassigned', gives: 'updated' },
    { given: 'incident.something_new', gives: 'updated' },
  ])('reads $given as $gives', ({ given, gives }) => {
    expect(collect(given)).toHaveProperty('events.0.state', gives);
  });

  it('names the incident it was merged into', () => {
    const collected = collect('incident.resolved', {
      ...data,
      resolve_reason: {
        type: 'merge_resolve_reason',
        incident: { id: 'PMAIN' },
      },
    });

    expect(collected).toHaveProperty(
      'events.0.mergedInto',
      'pagerduty:incident:PMAIN',
    );
  });

  it('takes the urgency where no priority is given', () => {
    expect(
      collect('incident.triggered', { ...data, priority: null }),
    ).toHaveProperty('events.0.severity', 'high');
  });

  it.each([
    { given: 'pagey.ping', data: { message: 'Hello' }, gives: 'ignored' },
    {
      given: 'incident.annotated',
      data: { id: 'N', incident: { id: 'PGR0VU2' }, content: 'x' },
      gives: 'ignored',
    },
    { given: 'service.updated', data, gives: 'unsupported' },
    { given: 'incident.triggered', data: {}, gives: 'rejected' },
  ])('finds $given $gives', ({ given, data: of, gives }) => {
    expect(collect(given, of).status).toBe(gives);
  });

  it.each([
    { given: { 'x-webhook-id': 'w' }, gives: 'w' },
    { given: {}, gives: '5ac64822' },
  ])('knows a delivery by $gives', ({ given, gives }) => {
    const body = bodyOf('incident.triggered');

    expect(source.identify(incoming({ headers: given, body }))).toBe(gives);
  });

  it('has no id for what is not JSON', () => {
    expect(
      source.identify(incoming({ headers: {}, body: Buffer.from('{') })),
    ).toBeUndefined();
  });

  const body = bodyOf('incident.triggered');
  const sign = (secret: string) =>
    `v1=${createHmac('sha256', secret).update(body).digest('hex')}`;

  it.each([
    { given: 'one signature', header: sign('new'), gives: true },
    {
      given: 'several, one of them ours',
      header: `${sign('x')}, ${sign('old')}`,
      gives: true,
    },
    { given: 'a stranger', header: sign('x'), gives: false },
    {
      given: 'another version',
      header: sign('new').replace('v1', 'v2'),
      gives: false,
    },
    { given: 'none', header: undefined, gives: false },
  ])('answers $gives to $given', ({ header, gives }) => {
    const headers = { 'x-pagerduty-signature': header };

    expect(source.verify(incoming({ headers, body })).ok).toBe(gives);
  });
});
