import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';

const status = (category: string) => ({
  id: '01FCNDV6P870EA6S7TK1DSYD5H',
  name: 'somebody named it so',
  category,
});

function incident(given: Readonly<Record<string, unknown>>) {
  return {
    id: '01FDAG4SAP5TYPT98WGR2N7W91',
    reference: 'INC-123',
    name: 'Our database is sad',
    summary: 'somebody tells what is wrong',
    permalink: 'https://app.incident.io/incidents/123',
    mode: 'standard',
    severity: { id: '01FCNDV6P870EA6S7TK1DSYDG0', name: 'Minor', rank: 1 },
    creator: { user: { name: 'somebody', email: 'somebody@example.org' } },
    incident_role_assignments: [{ assignee: { name: 'somebody' } }],
    incident_timestamp_values: [
      {
        incident_timestamp: { name: 'Impact started', rank: 1 },
        value: { value: '2026-11-22T11:50:00.000001Z' },
      },
      { incident_timestamp: { name: 'Declined at', rank: 2 } },
    ],
    custom_field_entries: [
      {
        custom_field: { name: 'Affected service', field_type: 'single_select' },
        values: [{ value_catalog_entry: { name: 'payments' } }],
      },
    ],
    created_at: '2026-11-22T12:00:00.801578Z',
    updated_at: '2026-11-22T12:00:00.801578Z',
    ...given,
  };
}

function delivery(
  name: string,
  type: string,
  content: unknown,
): ExampleDelivery {
  return {
    name,
    headers: { 'webhook-id': `msg_${name.replace(/\W+/g, '')}` },
    body: { event_type: type, [type]: content },
  };
}

function moved(name: string, states: [string, string], at: string) {
  const [previous, next] = states;
  return delivery(name, 'public_incident.incident_status_updated_v2', {
    incident: incident({ updated_at: at }),
    message: 'somebody says so',
    previous_status: status(previous),
    new_status: status(next),
  });
}

/** An incident's life: it is reopened once, and an other one names no service yet. */
export const incidentIoDeliveries: ExampleDelivery[] = [
  delivery(
    'an incident is created',
    'public_incident.incident_created_v2',
    incident({ incident_status: status('triage') }),
  ),
  moved('it is accepted', ['triage', 'live'], '2026-11-22T12:05:00Z'),
  delivery(
    'its severity changes',
    'public_incident.incident_updated_v2',
    incident({
      severity: { name: 'Major', rank: 2 },
      updated_at: '2026-11-22T12:10:00Z',
    }),
  ),
  moved('it is mitigated', ['live', 'learning'], '2026-11-22T12:30:00Z'),
  moved('it comes back', ['learning', 'live'], '2026-11-22T13:00:00Z'),
  moved('it is closed', ['live', 'closed'], '2026-11-22T13:20:00Z'),
  delivery(
    'an incident of no service yet is created',
    'public_incident.incident_created_v2',
    incident({
      id: '01FDAG4SAP5TYPT98WGR2N7W92',
      custom_field_entries: [],
      incident_timestamp_values: [],
    }),
  ),
  delivery(
    'somebody gets something to do',
    'public_incident.action_created_v1',
    { id: '01FCNDV6P870EA6S7TK1DSYDG0', assignee: { name: 'somebody' } },
  ),
  delivery(
    'a private incident, which tells its id alone',
    'private_incident.incident_created_v2',
    { id: 'abc123' },
  ),
];
