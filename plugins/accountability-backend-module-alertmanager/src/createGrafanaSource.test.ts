import { createHmac } from 'node:crypto';
import fs from 'node:fs';
import {
  incoming,
  sharedData,
} from 'backstage-plugin-accountability-node/testUtils';
import { createGrafanaSource } from './createGrafanaSource';
import { grafanaExampleDeliveries } from './testUtils';

const source = createGrafanaSource(['new', 'old']);

const alert = {
  status: 'firing',
  labels: { alertname: 'Queue grows', service: 'orders', severity: 'warning' },
  annotations: { summary: 'The queue grows' },
  startsAt: '2026-11-23T10:51:03.157076+02:00',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'https://grafana.acme.example/alerting/1/edit',
  fingerprint: 'aaafafe0953f0962',
  dashboardURL: '',
  panelURL: 'https://grafana.acme.example/d/1?viewPanel=2',
};
const startedAt = Date.parse('2026-11-23T08:51:03.157Z');
const collect = (body: unknown) => source.collect(incoming({ body }));
const collectAlert = (given: object) =>
  collect({ version: '1', alerts: [{ ...alert, ...given }] });

describe('the source grafana', () => {
  it('reads an alert under its own name', () => {
    expect(collectAlert({})).toEqual({
      status: 'accepted',
      events: [
        {
          kind: 'alert',
          record: `grafana:alert:aaafafe0953f0962:${startedAt}`,
          subject: 'grafana:orders',
          state: 'firing',
          at: startedAt,
          title: 'The queue grows',
          url: 'https://grafana.acme.example/alerting/1/edit',
          severity: 'warning',
        },
      ],
    });
  });

  it('links to the panel where it names no rule', () => {
    expect(collectAlert({ generatorURL: '?orgId=1' })).toHaveProperty(
      'events.0.url',
      alert.panelURL,
    );
  });

  it.each([
    {
      given: 'a test of the contact point',
      body: {
        alerts: [
          { ...alert, labels: { alertname: 'TestAlert', instance: 'Grafana' } },
        ],
      },
      gives: 'ignored',
    },
    {
      given: 'legacy alerting',
      body: { ruleId: 7, state: 'alerting', evalMatches: [] },
      gives: 'ignored',
    },
    {
      given: 'a payload of its own',
      body: { text: 'Queue grows' },
      gives: 'rejected',
    },
  ])('finds $given $gives', ({ body, gives }) => {
    expect(collect(body).status).toBe(gives);
  });

  const body = Buffer.from('{"alerts":[]}');
  const sign = (secret: string, prefix: string) =>
    createHmac('sha256', secret).update(prefix).update(body).digest('hex');
  const signature = 'x-grafana-alerting-signature';
  const timestamp = 'x-grafana-alerting-signature-timestamp';

  it.each([
    {
      given: 'a signed body',
      headers: { [signature]: sign('old', '') },
      gives: true,
    },
    {
      given: 'a signed body with its time',
      headers: {
        [signature]: sign('new', '1795435200:'),
        [timestamp]: '1795435200',
      },
      gives: true,
    },
    {
      given: 'a time that was not signed',
      headers: { [signature]: sign('new', ''), [timestamp]: '1795435200' },
      gives: false,
    },
    {
      given: 'a stranger who knows the token',
      headers: { [signature]: sign('x', ''), authorization: 'Bearer new' },
      gives: false,
    },
    {
      given: 'a signature that is no hex',
      headers: { [signature]: 'ö' },
      gives: false,
    },
    {
      given: 'a token and no signature',
      headers: { authorization: 'Token old' },
      gives: true,
    },
    { given: 'neither', headers: {}, gives: false },
  ])('answers $gives to $given', ({ headers, gives }) => {
    expect(source.verify(incoming({ headers, body })).ok).toBe(gives);
  });

  it('reads its examples and lets nobody out', () => {
    const collected = grafanaExampleDeliveries.map(({ headers, body: given }) =>
      source.collect(incoming({ headers, body: given })),
    );

    expect(collected.map(({ status }) => status)).toEqual([
      ...Array(3).fill('accepted'),
      ...Array(2).fill('ignored'),
    ]);
    expect(JSON.stringify(collected)).not.toContain('somebody');
  });
});

const fixture = sharedData(
  'zulip-fixtures',
  'grafana_alert-9-mixed_message-cut.json',
);

(fixture ? describe : describe.skip)('a body as Grafana sent it', () => {
  it('is two alerts that are over and one that goes on', () => {
    const collected = collect(fs.readFileSync(fixture ?? ''));

    expect(collected).toMatchObject({
      status: 'accepted',
      events: [
        { subject: 'grafana:rabbitmq', state: 'firing' },
        {
          state: 'resolved',
          at: Date.parse('2022-06-17T01:08:28.652Z'),
          title: 'This is a summary field, failure on badhost.example.com',
        },
        { subject: 'grafana:rabbitmq', state: 'firing' },
        { state: 'resolved' },
        {
          record: `grafana:alert:6f9cd313db421ef1:${Date.parse(
            '2022-06-17T01:03:00.782Z',
          )}`,
          subject: 'grafana:Second webhook test',
          state: 'firing',
          url: 'https://grafana.example.com/alerting/grafana/_0rkK_C7z/view',
        },
      ],
    });
  });
});
