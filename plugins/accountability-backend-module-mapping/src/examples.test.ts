import fs from 'node:fs';
import path from 'node:path';
import {
  incoming,
  sharedData,
} from 'backstage-plugin-accountability-node/testUtils';
import { parse } from 'yaml';
import { createMappedSource } from './createMappedSource';
import {
  createExampleSource,
  ExampleMappingId,
  exampleDeliveriesOf,
  exampleMappingIds,
} from './testUtils';

/** What the example makes of its sender's delivery of that name. */
function collect(id: ExampleMappingId, name: string) {
  const delivery = exampleDeliveriesOf[id].find(each => each.name === name);
  if (!delivery) throw new Error(`There is no delivery "${name}"`);
  return createExampleSource(id).collect(incoming(delivery));
}

const at = (text: string) => Date.parse(text);

const opsgenie = {
  kind: 'incident',
  record: 'opsgenie:incident:052652ac-5d1c-464a-812a-7dd18bbfba8c',
  subject: 'opsgenie:payments',
  openedAt: 1795435200104,
  severity: 'P2',
  title: 'Latency of payments is high',
};
const incidentIo = {
  kind: 'incident',
  record: 'incident-io:incident:01FDAG4SAP5TYPT98WGR2N7W91',
  subject: 'incident-io:payments',
  openedAt: at('2026-11-22T12:00:00.801Z'),
  severity: 'Minor',
  title: 'Our database is sad',
  url: 'https://app.incident.io/incidents/123',
};
const impactStart = at('2026-11-22T11:50:00Z');
const octopus = {
  kind: 'deployment',
  record: 'octopus:deployment:Deployments-12519',
  subject: 'octopus:projects-4522',
  environment: 'production',
  version: '0.1.178',
};

describe('the example of', () => {
  it('every file of the folder is tested', () => {
    const files = fs.readdirSync(path.resolve(__dirname, '../examples'));

    expect(files.sort()).toEqual(
      exampleMappingIds.map(id => `${id}.yaml`).sort(),
    );
  });

  it.each<{ id: ExampleMappingId; name: string; gives: object }>([
    {
      id: 'opsgenie',
      name: 'an alert is created',
      gives: { ...opsgenie, state: 'triggered', at: 1795435200104 },
    },
    {
      id: 'opsgenie',
      name: 'somebody acknowledges the alert',
      gives: { ...opsgenie, state: 'acknowledged', at: 1795435260104 },
    },
    {
      id: 'opsgenie',
      name: 'the acknowledgement is taken back',
      gives: { ...opsgenie, state: 'triggered', at: 1795435290104 },
    },
    {
      id: 'opsgenie',
      name: 'its priority changes',
      gives: {
        ...opsgenie,
        state: 'updated',
        at: 1795435320104,
        severity: 'P1',
      },
    },
    {
      id: 'opsgenie',
      name: 'the alert is closed, in nanoseconds',
      gives: { ...opsgenie, state: 'resolved', at: 1795435800104 },
    },
    {
      id: 'opsgenie',
      name: 'an alert without an entity is created',
      gives: {
        ...opsgenie,
        record: 'opsgenie:incident:7ba97e3a-9dcd-4c5b-8a2b-d3b29b0c5f0e',
        subject: 'opsgenie:Payments webhook',
        state: 'triggered',
        at: 1795435205104,
      },
    },
    {
      id: 'incident-io',
      name: 'an incident is created',
      gives: {
        ...incidentIo,
        impactStart,
        state: 'triggered',
        at: incidentIo.openedAt,
      },
    },
    {
      id: 'incident-io',
      name: 'it is accepted',
      gives: {
        ...incidentIo,
        state: 'acknowledged',
        at: at('2026-11-22T12:05:00Z'),
      },
    },
    {
      id: 'incident-io',
      name: 'its severity changes',
      gives: {
        ...incidentIo,
        impactStart,
        state: 'updated',
        severity: 'Major',
        at: at('2026-11-22T12:10:00Z'),
      },
    },
    {
      id: 'incident-io',
      name: 'it is mitigated',
      gives: {
        ...incidentIo,
        state: 'resolved',
        at: at('2026-11-22T12:30:00Z'),
      },
    },
    {
      id: 'incident-io',
      name: 'it comes back',
      gives: {
        ...incidentIo,
        state: 'reopened',
        at: at('2026-11-22T13:00:00Z'),
      },
    },
    {
      id: 'incident-io',
      name: 'it is closed',
      gives: {
        ...incidentIo,
        state: 'resolved',
        at: at('2026-11-22T13:20:00Z'),
      },
    },
    {
      id: 'incident-io',
      name: 'an incident of no service yet is created',
      gives: {
        ...incidentIo,
        record: 'incident-io:incident:01FDAG4SAP5TYPT98WGR2N7W92',
        subject: 'incident-io:unassigned',
        state: 'triggered',
        at: incidentIo.openedAt,
      },
    },
    {
      id: 'octopus',
      name: 'a deployment is queued',
      gives: { ...octopus, state: 'pending', at: at('2026-11-22T12:00:00Z') },
    },
    {
      id: 'octopus',
      name: 'it starts',
      gives: { ...octopus, state: 'executing', at: at('2026-11-22T12:00:10Z') },
    },
    {
      id: 'octopus',
      name: 'it succeeds',
      gives: {
        ...octopus,
        state: 'finished',
        result: 'success',
        at: at('2026-11-22T12:05:00Z'),
      },
    },
    {
      id: 'octopus',
      name: 'a deployment to an unknown environment fails',
      gives: {
        kind: 'deployment',
        record: 'octopus:deployment:Deployments-12520',
        subject: 'octopus:projects-4522',
        state: 'finished',
        result: 'failure',
        at: at('2026-11-22T12:07:00Z'),
      },
    },
  ])('$id takes: $name', ({ id, name, gives }) => {
    expect(collect(id, name)).toEqual({
      status: 'accepted',
      events: [gives],
      refused: [],
    });
  });

  it('statuspage tells every update again, each at its own time', () => {
    const collected = collect('statuspage', 'an incident: postmortem');

    const events = collected.status === 'accepted' ? collected.events : [];
    expect(events).toMatchObject(
      [
        ['updated', '2026-11-23T15:00:00Z'],
        ['resolved', '2026-11-22T22:30:35Z'],
        ['acknowledged', '2026-11-22T22:07:53Z'],
        ['acknowledged', '2026-11-22T21:20:00Z'],
        ['triggered', '2026-11-22T21:08:51Z'],
      ].map(([state, time]) => ({
        record: 'statuspage:incident:lbkhbwn21v5q',
        subject: 'statuspage:payments',
        openedAt: at('2026-11-22T21:08:51Z'),
        severity: 'critical',
        title: 'Virginia Is Down',
        url: 'https://stspg.io/18zyDQx',
        state,
        at: at(time),
      })),
    );
  });

  it('statuspage takes the page where an incident names no component', () => {
    expect(
      collect('statuspage', 'an incident that names no component'),
    ).toMatchObject({ events: [{ subject: 'statuspage:j2mfxwj97wnj' }] });
  });

  it.each<{ id: ExampleMappingId; name: string; gives: string }>([
    { id: 'opsgenie', name: 'somebody notes something', gives: 'ignored' },
    {
      id: 'opsgenie',
      name: 'an action of a later day',
      gives: 'unsupported',
    },
    {
      id: 'incident-io',
      name: 'somebody gets something to do',
      gives: 'ignored',
    },
    {
      id: 'incident-io',
      name: 'a private incident, which tells its id alone',
      gives: 'unsupported',
    },
    { id: 'statuspage', name: 'maintenance', gives: 'ignored' },
    { id: 'statuspage', name: 'a component changes', gives: 'ignored' },
    {
      id: 'statuspage',
      name: 'an incident without an update',
      gives: 'ignored',
    },
    { id: 'octopus', name: 'somebody has to decide', gives: 'ignored' },
    { id: 'octopus', name: 'a machine is unhealthy', gives: 'unsupported' },
  ])('$id gives $gives for: $name', ({ id, name, gives }) => {
    expect(collect(id, name)).toMatchObject({ status: gives });
  });

  it.each(exampleMappingIds)('%s lets nothing of a person out', id => {
    const source = createExampleSource(id);

    const collected = exampleDeliveriesOf[id].map(delivery =>
      source.collect(incoming(delivery)),
    );

    expect(JSON.stringify(exampleDeliveriesOf[id])).toContain('somebody');
    expect(JSON.stringify(collected)).not.toContain('somebody');
  });
});

describe('the mapping of the README', () => {
  it('is one', () => {
    const file = path.resolve(__dirname, '../README.md');
    const [, text] =
      /```yaml\n(accountability:.*?)```/s.exec(fs.readFileSync(file, 'utf8')) ??
      [];

    const { accountability } = parse(text);

    const made = createMappedSource(
      'opsgenie',
      accountability.mappings.opsgenie,
    );
    expect(made).toMatchObject({ ok: true });
  });
});

const real = sharedData('zulip-fixtures', 'opsgenie_close.json');

(real ? describe : describe.skip)('a real closing of Opsgenie', () => {
  it('is read, though it tells milliseconds and nanoseconds in one body', () => {
    const body = real ? fs.readFileSync(real, 'utf8') : '';

    const collected = createExampleSource('opsgenie').collect(
      incoming({ body }),
    );

    expect(collected).toEqual({
      status: 'accepted',
      refused: [],
      events: [
        {
          kind: 'incident',
          record: 'opsgenie:incident:052652ac-5d1c-464a-812a-7dd18bbfba8c',
          subject: 'opsgenie:Integration1',
          state: 'resolved',
          openedAt: at('2015-01-05T10:03:11.104Z'),
          at: at('2015-01-05T10:06:14.669Z'),
          title: 'test alert',
        },
      ],
    });
  });
});
