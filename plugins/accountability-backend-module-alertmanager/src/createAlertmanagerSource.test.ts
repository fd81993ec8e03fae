import { mockServices } from '@backstage/backend-test-utils';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { createAlertmanagerSource } from './createAlertmanagerSource';
import { exampleDeliveries } from './testUtils';

const source = createAlertmanagerSource(['new', 'old']);

const alert = {
  status: 'firing',
  labels: { alertname: 'ErrorsHigh', service: 'payments', severity: 'page' },
  annotations: { summary: 'Payments fail', owner: 'somebody' },
  startsAt: '2026-11-23T09:15:04.123456789Z',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'https://prometheus.acme.example/graph',
  fingerprint: 'c6eadffa33fcdf37',
};
const startedAt = Date.parse('2026-11-23T09:15:04.123Z');
const record = `alertmanager:alert:c6eadffa33fcdf37:${startedAt}`;
const firing = {
  kind: 'alert',
  record,
  subject: 'alertmanager:payments',
  state: 'firing',
  at: startedAt,
  title: 'Payments fail',
  url: 'https://prometheus.acme.example/graph',
  severity: 'page',
};

const collectBody = (body: unknown, of = source) =>
  of.collect(incoming({ body }));
const collect = (...alerts: object[]) =>
  collectBody({ version: '4', truncatedAlerts: 0, alerts });
const withLabels = (labels: object) => collect({ ...alert, labels });

describe('the source alertmanager', () => {
  it('reads a firing alert without the people in it', () => {
    expect(collect(alert)).toEqual({ status: 'accepted', events: [firing] });
  });

  it('reads both ends of an alert first heard of when it is over', () => {
    const endsAt = '2026-11-23T09:40:34.5Z';

    const collected = collect({ ...alert, status: 'resolved', endsAt });

    expect(collected).toEqual({
      status: 'accepted',
      events: [
        firing,
        { ...firing, state: 'resolved', at: Date.parse(endsAt) },
      ],
    });
  });

  it.each([
    { given: 'the year 1', endsAt: '0001-01-01T00:00:00Z' },
    { given: 'the future', endsAt: '2099-01-01T00:00:00Z' },
    { given: 'the past', endsAt: '2026-11-23T09:16:00Z' },
    { given: 'no text', endsAt: 7 },
    { given: 'nothing', endsAt: undefined },
  ])('lets a firing alert go on whose end is $given', ({ endsAt }) => {
    expect(collect({ ...alert, endsAt })).toEqual({
      status: 'accepted',
      events: [firing],
    });
  });

  it('ends an alert that is over, but names no end, when that was heard', () => {
    const collected = collect({ ...alert, status: 'resolved' });

    expect(collected).toHaveProperty(
      'events.1.at',
      Date.parse('2026-11-23T12:00:00Z'),
    );
  });

  it('tells firings of one alert apart by their start', () => {
    const later = { ...alert, startsAt: '2026-11-23T10:00:00+01:00' };

    const collected = collect(alert, later);

    expect(collected).toMatchObject({
      events: [
        { record },
        {
          record: `alertmanager:alert:c6eadffa33fcdf37:${Date.parse(
            '2026-11-23T09:00:00Z',
          )}`,
        },
      ],
    });
  });

  it('gives the same events to the same alert, however often it is told', () => {
    const other = { ...alert, fingerprint: 'bc97ff14869b13e3' };

    const first = collect(alert);
    const again = collect(other, {
      ...alert,
      endsAt: '2026-11-23T13:00:00Z',
      values: { A: 2 },
    });

    expect(again).toHaveProperty('events.1', firing);
    expect(first).toHaveProperty('events.0', firing);
  });

  it.each([
    { given: { service: 'a', app: 'b', job: 'c' }, gives: 'a' },
    { given: { service: ' ', service_name: 'a', app: 'b' }, gives: 'a' },
    { given: { app: 'b', job: 'c' }, gives: 'b' },
    { given: { app_kubernetes_io_name: 'n', job: 'c' }, gives: 'n' },
    { given: { job: 'Node Exporter' }, gives: 'Node Exporter' },
    { given: { alertname: 'Watchdog' }, gives: 'Watchdog' },
    { given: { instance: 'db:9100' }, gives: 'c6eadffa33fcdf37' },
    { given: { service: 7, app: 'b' }, gives: 'b' },
    { given: { service: 'a\u0000b' }, gives: 'ab' },
  ])('finds the subject $gives in $given', ({ given, gives }) => {
    expect(withLabels(given)).toHaveProperty(
      'events.0.subject',
      `alertmanager:${gives}`,
    );
  });

  it('looks for the subject in the labels that are configured', () => {
    const config = mockServices.rootConfig({
      data: {
        accountability: {
          sources: { alertmanager: { subjectLabels: ['deployment', 'pod'] } },
        },
      },
    });
    const labels = { alertname: 'A', service: 'a', pod: 'p', deployment: 'd' };

    const collected = collectBody(
      { version: '4', alerts: [{ ...alert, labels }] },
      createAlertmanagerSource(['s'], config),
    );

    expect(collected).toHaveProperty('events.0.subject', 'alertmanager:d');
  });

  it.each([
    {
      given: { annotations: {} },
      gives: { title: 'ErrorsHigh' },
    },
    {
      given: { annotations: { summary: `${'x'.repeat(499)}😀` } },
      gives: { title: 'x'.repeat(499) },
    },
    {
      given: { generatorURL: 'data:text/html,x' },
      gives: { url: undefined },
    },
    {
      given: {
        generatorURL: `https://acme.example/${'x'.repeat(2000)}`,
        annotations: { runbook_url: 'https://runbooks.acme.example/a' },
      },
      gives: { url: 'https://runbooks.acme.example/a' },
    },
    {
      given: { labels: { severity: 'x'.repeat(60) } },
      gives: { severity: 'x'.repeat(50), title: 'Payments fail' },
    },
    {
      given: { annotations: null, labels: 'none' },
      gives: { title: undefined, severity: undefined },
    },
  ])('reads $gives', ({ given, gives }) => {
    const collected = collect({ ...alert, ...given });

    for (const [key, value] of Object.entries(gives)) {
      expect(collected).toHaveProperty('status', 'accepted');
      expect(collected).toHaveProperty(`events.0.${key}`, value);
    }
  });

  it('says that the sender left alerts out', () => {
    const collected = collectBody({
      version: '4',
      truncatedAlerts: 12,
      alerts: [alert],
    });

    expect(collected).toEqual({
      status: 'accepted',
      events: [firing],
      refused: [
        { line: 2, because: expect.stringContaining('left out 12 more') },
      ],
    });
  });

  it.each([
    { given: 'no alert', body: { version: '4', alerts: [] }, gives: 'ignored' },
    {
      given: 'another version',
      body: { version: '5', alerts: [alert] },
      gives: 'unsupported',
    },
    { given: 'no version', body: { alerts: [alert] }, gives: 'rejected' },
    {
      given: 'a start that is no instant',
      body: { version: '4', alerts: [{ ...alert, startsAt: 'yesterday' }] },
      gives: 'rejected',
    },
    {
      given: 'the start that is no start',
      body: {
        version: '4',
        alerts: [{ ...alert, startsAt: '0001-01-01T00:00:00Z' }],
      },
      gives: 'rejected',
    },
    {
      given: 'no fingerprint',
      body: { version: '4', alerts: [{ ...alert, fingerprint: undefined }] },
      gives: 'rejected',
    },
    { given: 'no JSON', body: 'no JSON', gives: 'rejected' },
  ])('finds $given $gives', ({ body, gives }) => {
    expect(collectBody(body).status).toBe(gives);
  });

  const basic = (pair: string) =>
    `Basic ${Buffer.from(pair).toString('base64')}`;

  it.each([
    { given: 'a bearer token', header: 'Bearer new', gives: true },
    { given: 'the old token', header: 'bearer  old', gives: true },
    { given: 'a password', header: basic('backstage:old'), gives: true },
    { given: 'a stranger', header: 'Bearer x', gives: false },
    { given: 'a wrong password', header: basic('new:x'), gives: false },
    { given: 'no password', header: basic('new'), gives: false },
    { given: 'a token without its scheme', header: 'new', gives: false },
    { given: 'an empty token', header: 'Bearer ', gives: false },
    { given: 'nothing', header: undefined, gives: false },
  ])('answers $gives to $given', ({ header, gives }) => {
    const delivery = incoming({ headers: { authorization: header }, body: {} });

    expect(source.verify(delivery).ok).toBe(gives);
  });

  it('takes a password with a colon in it', () => {
    const headers = { authorization: basic('backstage:a:b') };

    const { ok } = createAlertmanagerSource(['a:b']).verify(
      incoming({ headers, body: {} }),
    );

    expect(ok).toBe(true);
  });

  it('knows a repetition by its body and keeps no secret', () => {
    expect(source.identify(incoming({ body: {} }))).toBeUndefined();
    expect(source.keepHeaders).not.toContain('authorization');
  });

  it('reads its examples and lets nobody out', () => {
    const collected = exampleDeliveries.map(({ headers, body }) =>
      source.collect(incoming({ headers, body })),
    );

    expect(collected.map(({ status }) => status)).toEqual([
      ...Array(8).fill('accepted'),
      'ignored',
      'unsupported',
    ]);
    expect(JSON.stringify(collected)).not.toContain('somebody');
  });
});
