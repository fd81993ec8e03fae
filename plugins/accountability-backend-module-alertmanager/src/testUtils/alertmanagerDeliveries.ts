import { ExampleDelivery } from 'backstage-plugin-accountability-node/testUtils';

const headers = {
  'content-type': 'application/json',
  'user-agent': 'Alertmanager/0.28.0',
};

const notEnded = '0001-01-01T00:00:00Z';

/** An alert as Alertmanager sends it; `somebody` stands where people may. */
const alert = {
  status: 'firing',
  labels: {
    alertname: 'PaymentsErrorsHigh',
    service: 'payments',
    job: 'kube-state-metrics',
    severity: 'critical',
    oncall: 'somebody',
  },
  annotations: {
    summary: 'Payments fail',
    description: 'somebody should look',
    runbook_url: 'https://runbooks.acme.example/payments',
  },
  startsAt: '2026-11-23T09:15:04.123456789Z',
  endsAt: notEnded,
  generatorURL: 'https://prometheus.acme.example/graph?g0.expr=up',
  fingerprint: 'c6eadffa33fcdf37',
};
const resolved = {
  ...alert,
  status: 'resolved',
  endsAt: '2026-11-23T09:40:34.5Z',
};
const pod = {
  ...alert,
  labels: { alertname: 'PodRestarts', app: 'ledger', pod: 'ledger-0' },
  annotations: {},
  startsAt: '2026-11-23T10:20:00+01:00',
  fingerprint: 'bc97ff14869b13e3',
};

function notification(name: string, alerts: object[], given: object = {}) {
  return {
    name,
    headers,
    body: {
      version: '4',
      groupKey: '{}:{alertname="PaymentsErrorsHigh"}',
      truncatedAlerts: 0,
      status: 'firing',
      receiver: 'accountability',
      groupLabels: { alertname: 'PaymentsErrorsHigh' },
      commonLabels: {},
      commonAnnotations: {},
      externalURL: 'https://alertmanager.acme.example',
      notification_reason: 'somebody asked',
      alerts,
      ...given,
    },
  };
}

/** Notifications of Alertmanager over the life of two alerts, and odd ones. */
export const alertmanagerDeliveries: ExampleDelivery[] = [
  notification('an alert fires', [alert]),
  notification('it fires on, told again with another', [alert, pod]),
  notification('it fires with an end in the future, as Prometheus sets it', [
    { ...alert, endsAt: '2026-11-23T09:45:04.123Z' },
  ]),
  notification('it is resolved while the other fires on', [resolved, pod]),
  notification('it fires again later, which is another alert', [
    { ...alert, startsAt: '2026-11-23T11:00:00Z' },
  ]),
  notification('an alert is first heard of when it is over', [
    { ...resolved, fingerprint: '6f9cd313db421ef1' },
  ]),
  notification('an alert without a label that names a service', [
    {
      ...alert,
      labels: { alertname: 'Watchdog', severity: 'none' },
      fingerprint: '1d7a34e5a4ad0f47',
    },
  ]),
  notification('alerts are left out', [alert], { truncatedAlerts: 3 }),
  notification('no alert at all', []),
  notification('a version that is not known', [alert], { version: '5' }),
];
