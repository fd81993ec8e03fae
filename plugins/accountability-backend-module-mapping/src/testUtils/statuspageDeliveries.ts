import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';

const about = {
  meta: {
    unsubscribe: 'https://status.example.org/?unsubscribe=somebody',
    documentation: 'https://help.example.org',
  },
  page: {
    id: 'j2mfxwj97wnj',
    status_indicator: 'critical',
    status_description: 'Major System Outage',
  },
};

const updates = [
  { id: 'u1', status: 'investigating', at: '2026-11-22T15:08:51-06:00' },
  { id: 'u2', status: 'identified', at: '2026-11-22T15:20:00-06:00' },
  { id: 'u3', status: 'monitoring', at: '2026-11-22T16:07:53-06:00' },
  { id: 'u4', status: 'resolved', at: '2026-11-22T16:30:35-06:00' },
  { id: 'u5', status: 'postmortem', at: '2026-11-23T09:00:00-06:00' },
].map(({ id, status, at }) => ({
  id,
  status,
  body: 'somebody wrote this',
  incident_id: 'lbkhbwn21v5q',
  created_at: at,
  display_at: at,
  updated_at: at,
}));

function delivery(
  name: string,
  incident: Readonly<Record<string, unknown>>,
): ExampleDelivery {
  return {
    name,
    headers: {},
    body: {
      ...about,
      incident: {
        id: 'lbkhbwn21v5q',
        name: 'Virginia Is Down',
        impact: 'critical',
        shortlink: 'https://stspg.io/18zyDQx',
        backfilled: false,
        scheduled_for: null,
        created_at: '2026-11-22T15:08:51-06:00',
        updated_at: '2026-11-22T16:30:35-06:00',
        ...incident,
      },
    },
  };
}

const component = {
  id: 'rb5wq1dczvbm',
  name: 'Payments',
  status: 'major_outage',
};

/** Newest update first, as Statuspage has it; each delivery tells all of them again. */
export const statuspageDeliveries: ExampleDelivery[] = [
  ...updates.map(({ status }, index) =>
    delivery(`an incident: ${status}`, {
      status,
      components: [component],
      incident_updates: updates.slice(0, index + 1).reverse(),
    }),
  ),
  delivery('an incident that names no component', {
    id: 'vcx9yzyjvg8k',
    status: 'investigating',
    incident_updates: updates.slice(0, 1),
  }),
  delivery('an incident without an update', {
    id: 'p31zjtct2jer',
    status: 'investigating',
    incident_updates: [],
  }),
  delivery('maintenance', {
    id: 'fm6vmkz5d1sq',
    status: 'scheduled',
    scheduled_for: '2026-11-30T01:00:00-06:00',
    incident_updates: [],
  }),
  {
    name: 'a component changes',
    headers: {},
    body: {
      ...about,
      component_update: {
        id: 'k7730b5v92bv',
        component_id: component.id,
        old_status: 'operational',
        new_status: 'major_outage',
        created_at: '2026-11-22T21:09:00Z',
      },
      component,
    },
  },
];
