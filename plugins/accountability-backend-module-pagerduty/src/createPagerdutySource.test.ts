import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { createPagerdutySource } from './createPagerdutySource';
import { exampleDeliveries } from './testUtils';

const source = createPagerdutySource(['secret']);

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

const bodyOf = (type: string, given: object = data) => ({
  event: {
    id: '5ac64822',
    event_type: type,
    occurred_at: '2026-11-23T12:00:00.169Z',
    agent: { summary: 'Somebody', type: 'user_reference' },
    data: given,
  },
});
const collect = (type: string, given?: object) =>
  source.collect(incoming({ body: bodyOf(type, given) }));
const example = (name: string) => {
  const found = exampleDeliveries.find(one => one.name === name);
  if (!found) throw new Error(`There is no example "${name}"`);
  return incoming(found);
};

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
          detectedBy: 'person',
          response: { step: 'paged' },
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
    { given: 'incident.incident_type.changed', gives: 'updated' },
    { given: 'incident.something_new', gives: 'updated' },
  ])('reads $given as $gives', ({ given, gives }) => {
    expect(collect(given)).toHaveProperty('events.0.state', gives);
  });

  it.each([
    {
      given: 'the second is merged into the first',
      gives: {
        record: 'pagerduty:incident:PTWICE',
        state: 'resolved',
        mergedInto: 'pagerduty:incident:PPAYDOWN',
      },
    },
    {
      given: 'it is resolved',
      gives: { state: 'resolved', mergedInto: undefined },
    },
    {
      given: 'it moves to another service',
      gives: {
        record: 'pagerduty:incident:PPAYDOWN',
        subject: 'pagerduty:PPAY',
        state: 'updated',
      },
    },
    { given: 'an incident is triggered', gives: { severity: 'high' } },
    { given: 'it gets a priority', gives: { severity: 'P1' } },
    {
      given: 'it is reopened',
      gives: { state: 'reopened', at: Date.parse('2026-11-23T12:20:00.169Z') },
    },
  ])('reads that $given', ({ given, gives }) => {
    const collected = source.collect(example(given));

    const events = collected.status === 'accepted' ? collected.events : [];
    expect(events).toEqual([{ ...events[0], ...gives }]);
  });

  it('tells the same of an event that is told to two subscriptions', () => {
    const [one, other] = [
      'the second is merged into the first',
      'the second is merged into the first, told to another subscription',
    ].map(example);

    expect(source.collect(one)).toEqual(source.collect(other));
    expect(source.identify(one)).toBe(source.identify(other));
  });

  it.each([
    {
      given: { resolve_reason: { type: 'merge_resolve_reason' } },
      gives: { mergedInto: undefined },
    },
    { given: { resolve_reason: 'odd' }, gives: { mergedInto: undefined } },
    { given: { created_at: 'yesterday' }, gives: { openedAt: undefined } },
    { given: { created_at: null }, gives: { openedAt: undefined } },
    { given: { html_url: '' }, gives: { url: undefined } },
    { given: { title: '  ' }, gives: { title: undefined } },
    {
      given: { title: 'a'.repeat(600) },
      gives: { title: 'a'.repeat(500) },
    },
    {
      given: { priority: { summary: 'P'.repeat(60) } },
      gives: { severity: 'P'.repeat(50) },
    },
    { given: { priority: { summary: '' } }, gives: { severity: 'high' } },
    { given: { priority: null, urgency: 7 }, gives: { severity: undefined } },
    { given: { type: undefined }, gives: { state: 'resolved' } },
  ])('takes an incident with $given', ({ given, gives }) => {
    const collected = collect('incident.resolved', { ...data, ...given });

    const events = collected.status === 'accepted' ? collected.events : [];
    expect(events).toEqual([{ ...events[0], ...gives }]);
  });

  it.each([
    {
      given: 'incident.annotated',
      gives: 'Notes are not read: they are words of people',
    },
    {
      given: 'incident.status_update_published',
      gives: 'Status updates are not read: they move no state',
    },
    {
      given: 'incident.responder.added',
      gives: 'Who was asked for help is not recorded',
    },
    {
      given: 'incident.responder.replied',
      gives: 'Who was asked for help is not recorded',
    },
    {
      given: 'incident.role.assigned',
      gives: 'Who has which role is not recorded',
    },
    {
      given: 'incident.task.created',
      gives: 'Tasks move no state of the incident',
    },
    {
      given: 'incident.task.updated',
      gives: 'Tasks move no state of the incident',
    },
    {
      given: 'incident.task.completed',
      gives: 'Tasks move no state of the incident',
    },
    {
      given: 'incident.conference_bridge.updated',
      gives: 'Where people talk is not recorded',
    },
    {
      given: 'incident.custom_field_values.updated',
      gives:
        'Custom fields are read where the configuration names one as causeField',
    },
    {
      given: 'incident.workflow.started',
      gives: 'Workflows move no state of the incident',
    },
    {
      given: 'incident.workflow.completed',
      gives: 'Workflows move no state of the incident',
    },
    {
      given: 'incident.action_invocation.created',
      gives: 'Actions move no state of the incident',
    },
    {
      given: 'incident.action_invocation.updated',
      gives: 'Actions move no state of the incident',
    },
    {
      given: 'incident.action_invocation.terminated',
      gives: 'Actions move no state of the incident',
    },
    {
      given: 'service.created',
      gives: 'The catalog says which services there are',
    },
    {
      given: 'service.updated',
      gives: 'The catalog says which services there are',
    },
    {
      given: 'service.deleted',
      gives: 'The catalog says which services there are',
    },
    {
      given: 'service.custom_field_values.updated',
      gives: 'The catalog says which services there are',
    },
    { given: 'pagey.ping', gives: 'PagerDuty tests the subscription' },
  ])('says of $given why it is ignored', ({ given, gives }) => {
    const delivery = example(`${given} is nothing to record`);

    const collected = source.collect(delivery);

    expect(collected).toEqual({ status: 'ignored', because: gives });
  });

  it('lets nobody named in an event out', () => {
    const collected = exampleDeliveries.map(one =>
      source.collect(incoming(one)),
    );

    expect(JSON.stringify(collected)).not.toContain('somebody');
  });

  it.each([
    { given: 'incident.dream.begun', of: { ...data, type: 'incident_dream' } },
    { given: 'service.dream.begun', of: { type: 'service_dream' } },
    { given: 'dream.begun', of: { type: 'dream' } },
    { given: 'dream.begun', of: {} },
  ])('keeps $given for replay, being unknown', ({ given, of }) => {
    const collected = collect(given, of);

    expect(collected.status).toBe('unsupported');
  });

  it.each([
    { given: 'an incident without its id', of: { type: 'incident' } },
    { given: 'an incident of no service', of: { ...data, service: null } },
    {
      given: 'a note in place of the incident',
      of: { ...data, type: 'incident_note' },
    },
  ])('rejects $given', ({ of }) => {
    const collected = collect('incident.triggered', of);

    expect(collected).toMatchObject({
      status: 'rejected',
      because: expect.stringContaining(
        'The payload is not the "incident.triggered" that is known: event.data',
      ),
    });
  });

  it('rejects a whole incident of an unknown event that is broken', () => {
    const collected = collect('incident.something_new', {
      ...data,
      service: {},
    });

    expect(collected.status).toBe('rejected');
  });

  it('rejects a time that cannot be read', () => {
    const { event } = bodyOf('incident.triggered');
    const body = { event: { ...event, occurred_at: '2026-11-23 12:00' } };

    const collected = source.collect(incoming({ body }));

    expect(collected).toMatchObject({
      status: 'rejected',
      because: expect.stringContaining('at: must be an ISO 8601 time'),
    });
  });

  it.each([
    {
      given: 'an event with an id, whatever its webhook',
      headers: { 'x-webhook-id': 'w' },
      body: bodyOf('incident.triggered'),
      gives: '5ac64822',
    },
    {
      given: 'an event without an id',
      headers: { 'x-webhook-id': 'w' },
      body: { event: { event_type: 'incident.triggered' } },
      gives: 'w',
    },
    {
      given: 'what is not JSON',
      headers: { 'x-webhook-id': 'w' },
      body: '{',
      gives: 'w',
    },
    { given: 'neither', headers: {}, body: '{', gives: undefined },
  ])('knows $given by $gives', ({ headers, body, gives }) => {
    expect(source.identify(incoming({ headers, body }))).toBe(gives);
  });
});
