import fs from 'node:fs';
import path from 'node:path';
import { ConfigReader } from '@backstage/config';
import {
  incoming,
  jsonFilesBelow,
  sharedData,
} from 'backstage-plugin-accountability-node/testUtils';
import { z } from 'zod';
import { createPagerdutySource } from './createPagerdutySource';

const documented = sharedData('pagerduty');
const received = sharedData('zulip-fixtures');
const source = createPagerdutySource(['s']);

const accepted = { status: 'accepted' };
const ignored = { status: 'ignored' };
/** Bodies of other interfaces of PagerDuty, which never come signed. */
const other = {
  status: 'rejected',
  because:
    'The delivery names no type of event; it stands in event.event_type of the body',
};

/** By file; one that shows the data of an event only is sent as the events that bring it. */
const verdicts: Record<string, { events?: string[]; gives: object }> = {
  '01-01_Overview': { gives: other },
  '02-incident_priority_updated': { gives: accepted },
  '03-service_updated': { gives: ignored },
  '04-incident': {
    events: [
      'incident.triggered',
      'incident.acknowledged',
      'incident.unacknowledged',
      'incident.reopened',
      'incident.resolved',
      'incident.delegated',
      'incident.escalated',
      'incident.reassigned',
      'incident.service_updated',
      'incident.incident_type.changed',
    ],
    gives: accepted,
  },
  '05-incident_conference_bridge': {
    events: ['incident.conference_bridge.updated'],
    gives: ignored,
  },
  '06-incident_field_values': {
    events: ['incident.custom_field_values.updated'],
    gives: ignored,
  },
  '07-incident_note': { events: ['incident.annotated'], gives: ignored },
  '08-incident_role_assignment': {
    events: ['incident.role.assigned'],
    gives: ignored,
  },
  '09-incident_status_update': {
    events: ['incident.status_update_published'],
    gives: ignored,
  },
  '10-incident_responder': {
    events: ['incident.responder.added', 'incident.responder.replied'],
    gives: ignored,
  },
  '11-incident_task': {
    events: [
      'incident.task.created',
      'incident.task.updated',
      'incident.task.completed',
    ],
    gives: ignored,
  },
  '12-incident_workflow_instance': {
    events: ['incident.workflow.started', 'incident.workflow.completed'],
    gives: ignored,
  },
  '13-service': {
    events: ['service.created', 'service.updated', 'service.deleted'],
    gives: ignored,
  },
  '14-service_field_values': {
    events: ['service.custom_field_values.updated'],
    gives: ignored,
  },
  '15-incident_action_invocation': {
    events: [
      'incident.action_invocation.created',
      'incident.action_invocation.updated',
      'incident.action_invocation.terminated',
    ],
    gives: ignored,
  },
  '16-03_Change_Events': { gives: other },
  '17-02_Trigger_Events': { gives: other },
  '18-02_Trigger_Events': { gives: other },
  '19-09_V2_Overview': { gives: other },
  '20-09_V2_Overview': { gives: other },
  '21-09_V2_Overview': { gives: other },
  '22-09_V2_Overview': { gives: other },
};

const nameOf = (file: string) => path.basename(file, '.json');
const files = documented ? jsonFilesBelow(documented) : [];

/** The bodies that a file stands for. */
function bodiesOf(file: string): unknown[] {
  const value: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
  const { events } = verdicts[nameOf(file)] ?? {};
  if (!events) return [value];
  return events.map(type => ({
    event: {
      id: type,
      event_type: type,
      occurred_at: '2026-11-23T12:00:00Z',
      data: value,
    },
  }));
}

const collectAll = () =>
  files.flatMap(file =>
    bodiesOf(file).map(body => ({
      name: nameOf(file),
      collected: source.collect(incoming({ body })),
    })),
  );

(documented ? describe : describe.skip)("PagerDuty's documentation", () => {
  it('is all given a verdict', () => {
    expect(files.map(nameOf).sort()).toEqual(Object.keys(verdicts).sort());
  });

  it('is read', () => {
    const read = collectAll();

    expect(read).toEqual(
      read.map(({ name }) => ({
        name,
        collected: expect.objectContaining(verdicts[name].gives),
      })),
    );
  });

  it('names one incident throughout, at its service', () => {
    const events = collectAll().flatMap(({ collected }) =>
      collected.status === 'accepted' ? collected.events : [],
    );

    expect(events.length).toBe(11);
    expect(new Set(events.map(({ record }) => record))).toEqual(
      new Set(['pagerduty:incident:PGR0VU2']),
    );
    expect(new Set(events.map(({ subject }) => subject))).toEqual(
      new Set(['pagerduty:PF9KMXH']),
    );
  });

  it('name the cause where the configuration says which custom field does', () => {
    const [file] = files.filter(one => nameOf(one).startsWith('06-'));
    const reading = createPagerdutySource(
      ['s'],
      new ConfigReader({
        accountability: {
          sources: { pagerduty: { causeField: 'environment' } },
        },
      }),
    );

    expect(
      bodiesOf(file).map(body => reading.collect(incoming({ body }))),
    ).toMatchObject([
      {
        events: [
          {
            record: 'pagerduty:incident:PBAZLIU',
            cause: { by: 'machine', version: 'production' },
          },
        ],
      },
    ]);
  });

  it('lets no person out', () => {
    const read = JSON.stringify(collectAll());

    expect(read).not.toMatch(
      /Tenex|User \d|Maeve|Haley|Jacobson|PLH1HKV|PTUXL6G|\+1/,
    );
  });
});

const idOf = z.object({
  event: z.object({ data: z.object({ id: z.string() }) }),
});

(received ? describe : describe.skip)('bodies as PagerDuty sent them', () => {
  const bodies = (received ? jsonFilesBelow(received) : [])
    .filter(file => nameOf(file).startsWith('pagerduty'))
    .map(file => ({ name: nameOf(file), text: fs.readFileSync(file, 'utf8') }));

  it.each(bodies)('give the incident of $name', ({ name, text }) => {
    const { id } = idOf.parse(JSON.parse(text)).event.data;

    const collected = source.collect(incoming({ body: text }));

    expect(collected).toMatchObject({
      status: 'accepted',
      events: [
        {
          record: `pagerduty:incident:${id}`,
          subject: 'pagerduty:PA2P440',
          state: name.split('_')[1],
          severity: 'high',
        },
      ],
    });
    expect(JSON.stringify(collected)).not.toMatch(/PIG 208|PJ0LVEB/);
  });
});
