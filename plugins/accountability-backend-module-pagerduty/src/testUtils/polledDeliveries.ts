import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';

const change = (
  name: string,
  data: { id: string; services: object[] },
): ExampleDelivery => ({
  name,
  headers: { 'content-type': 'application/json' },
  body: {
    event: {
      id: data.id,
      event_type: 'change_event',
      occurred_at: '2026-11-23T12:10:00Z',
      data: {
        type: 'change_event',
        summary: 'Deploy 4711',
        links: [{ href: 'https://ci.example.org/4711', text: 'somebody' }],
        ...data,
      },
    },
  },
});

/** What the poller fetches beside incidents. */
export const polledDeliveries: ExampleDelivery[] = [
  change('a change of two services is polled', {
    id: 'PCHANGE',
    services: [{ id: 'PSHOP' }, { id: 'PPAY' }],
  }),
  change('a change of no service is polled', { id: 'PNOWHERE', services: [] }),
];
