import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';

/** The time of the alert, and how a body of each action tells of it. */
const CREATED = 1795435200104;

function delivery(
  name: string,
  action: string,
  alert: Readonly<Record<string, unknown>>,
): ExampleDelivery {
  return {
    name,
    headers: { 'content-type': 'application/json' },
    body: {
      source: { name: 'somebody@example.org', type: 'web' },
      alert: {
        alertId: '052652ac-5d1c-464a-812a-7dd18bbfba8c',
        alias: 'payments-latency',
        tinyId: '23',
        entity: 'payments',
        message: 'Latency of payments is high',
        priority: 'P2',
        username: 'somebody@example.org',
        userId: 'somebody',
        source: 'somebody@example.org',
        tags: ['checkout'],
        createdAt: CREATED,
        ...alert,
      },
      action,
      integrationId: '37c8f316-17c6-49d7-899b-9c7e540c048d',
      integrationName: 'Payments webhook',
    },
  };
}

/** An alert's life; the closing tells nanoseconds, and an other one has no entity. */
export const opsgenieDeliveries: ExampleDelivery[] = [
  delivery('an alert is created', 'Create', { updatedAt: CREATED }),
  delivery('somebody notes something', 'AddNote', {
    updatedAt: CREATED + 30_000,
    note: 'somebody looks into it',
  }),
  delivery('somebody acknowledges the alert', 'Acknowledge', {
    updatedAt: CREATED + 60_000,
  }),
  delivery('the acknowledgement is taken back', 'UnAcknowledge', {
    updatedAt: CREATED + 90_000,
  }),
  delivery('its priority changes', 'UpdatePriority', {
    updatedAt: CREATED + 120_000,
    priority: 'P1',
  }),
  delivery('the alert is closed, in nanoseconds', 'Close', {
    updatedAt: (CREATED + 600_000) * 1e6,
  }),
  delivery('an alert without an entity is created', 'Create', {
    alertId: '7ba97e3a-9dcd-4c5b-8a2b-d3b29b0c5f0e',
    entity: '',
    updatedAt: CREATED + 5_000,
  }),
  delivery('an action of a later day', 'Merge', { updatedAt: CREATED }),
];
