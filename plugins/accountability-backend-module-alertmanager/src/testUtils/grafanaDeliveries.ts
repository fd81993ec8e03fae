import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';

const headers = { 'content-type': 'application/json', 'user-agent': 'Grafana' };

const notEnded = '0001-01-01T00:00:00Z';

/** An alert as Grafana sends it; `somebody` stands where people may. */
const alert = {
  status: 'firing',
  labels: {
    alertname: 'Queue grows',
    service: 'orders',
    severity: 'warning',
    grafana_folder: 'Orders',
  },
  annotations: { summary: 'The queue grows', author: 'somebody' },
  startsAt: '2026-11-23T10:51:03.157076+02:00',
  endsAt: notEnded,
  generatorURL: 'https://grafana.acme.example/alerting/1afz29v7z/edit',
  fingerprint: 'aaafafe0953f0962',
  silenceURL: 'https://grafana.acme.example/alerting/silence/new',
  dashboardURL: '',
  panelURL: '',
  values: { B: 44.2 },
  valueString: "[ var='B' labels={user=somebody} value=44.2 ]",
};
const resolved = {
  ...alert,
  status: 'resolved',
  endsAt: '2026-11-23T11:08:28.652747827+02:00',
};

function notification(name: string, alerts: object[]) {
  return {
    name,
    headers,
    body: {
      receiver: 'accountability',
      status: 'firing',
      orgId: 1,
      alerts,
      groupLabels: {},
      commonLabels: {},
      commonAnnotations: {},
      externalURL: 'https://grafana.acme.example/',
      version: '1',
      groupKey: '{}:{}',
      truncatedAlerts: 0,
      title: '[FIRING:1]',
      state: 'alerting',
      message: 'somebody is told',
    },
  };
}

/** Notifications of Grafana over the life of an alert, and odd ones. */
export const grafanaDeliveries: ExampleDelivery[] = [
  notification('an alert fires', [alert]),
  notification('it is resolved', [resolved]),
  notification('an alert is resolved without an end', [
    { ...resolved, endsAt: notEnded, fingerprint: 'fb31814ac93dbe7d' },
  ]),
  notification('somebody tests the contact point', [
    { ...alert, labels: { alertname: 'TestAlert', instance: 'Grafana' } },
  ]),
  {
    name: 'legacy alerting',
    headers,
    body: {
      title: '[Alerting] Queue grows',
      ruleId: 7,
      ruleName: 'Queue grows',
      state: 'alerting',
      evalMatches: [{ metric: 'queue', value: 44.2, tags: null }],
      message: 'somebody is told',
    },
  },
];
