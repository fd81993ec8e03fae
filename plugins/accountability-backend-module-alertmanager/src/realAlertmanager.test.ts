import {
  DeliverySource,
  IncomingDelivery,
} from 'backstage-plugin-accountability-node';
import { findAlertmanager } from './__testUtils__/findAlertmanager';
import { receiveDeliveries } from './__testUtils__/receiveDeliveries';
import { startAlertmanager } from './__testUtils__/startAlertmanager';
import { createAlertmanagerSource } from './createAlertmanagerSource';

jest.setTimeout(60_000);

const binary = findAlertmanager();
const secret = 'webhook-secret';

/** Alertmanager goes by its own clock: an end that is yet to come is none. */
const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

const alert = {
  labels: { alertname: 'ErrorsHigh', service: 'payments', severity: 'page' },
  annotations: { summary: 'Payments fail' },
  startsAt: minutesAgo(30),
  generatorURL: 'https://prometheus.acme.example/graph',
};
const endsAt = minutesAgo(5);

function configFor(url: string, authentication: object) {
  return {
    route: {
      receiver: 'accountability',
      group_wait: '1s',
      group_interval: '1s',
      repeat_interval: '1h',
    },
    receivers: [
      {
        name: 'accountability',
        webhook_configs: [{ url, http_config: authentication }],
      },
    ],
  };
}

/** What a source makes of a delivery once it found it genuine. */
function readWith(source: DeliverySource, delivery: IncomingDelivery) {
  return source.verify(delivery).ok
    ? source.collect(delivery)
    : { status: 'refused' };
}

/** The deliveries of one alert that fires and is over. */
async function lifeOfAnAlert(authentication: object) {
  const receiver = await receiveDeliveries();
  const alertmanager = await startAlertmanager(
    binary ?? '',
    configFor(receiver.url, authentication),
  );
  try {
    await alertmanager.post([alert]);
    await receiver.take(1);
    await alertmanager.post([{ ...alert, endsAt }]);
    return await receiver.take(2);
  } finally {
    await alertmanager.stop();
    await receiver.stop();
  }
}

const firing = {
  kind: 'alert',
  record: expect.stringMatching(
    `^alertmanager:alert:[0-9a-f]{16}:${Date.parse(alert.startsAt)}$`,
  ),
  subject: 'alertmanager:payments',
  state: 'firing',
  at: Date.parse(alert.startsAt),
  title: 'Payments fail',
  url: 'https://prometheus.acme.example/graph',
  severity: 'page',
};

(binary ? describe : describe.skip)('a real Alertmanager', () => {
  it.each([
    {
      given: 'a bearer token',
      authentication: { authorization: { credentials: secret } },
    },
    {
      given: 'a password',
      authentication: {
        basic_auth: { username: 'accountability', password: secret },
      },
    },
  ])(
    'tells with $given that an alert fires and is over',
    async ({ authentication }) => {
      const source = createAlertmanagerSource([secret]);

      const [first, second] = await lifeOfAnAlert(authentication);

      expect(readWith(source, first)).toEqual({
        status: 'accepted',
        events: [firing],
      });
      expect(readWith(source, second)).toEqual({
        status: 'accepted',
        events: [
          firing,
          { ...firing, state: 'resolved', at: Date.parse(endsAt) },
        ],
      });
    },
  );
});
