import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { sign } from '@octokit/webhooks-methods';
import { CloudEvent, HTTP } from 'cloudevents';
import { freePort } from '../scripts/lib/ports.mjs';
import { Product } from './support/startProduct.mjs';
import { waitFor } from './support/waitFor.mjs';

const SLUG = 'senders/payments';
const NAMES = ['alertmanager', 'prometheus-alertmanager'];

let product;
let metricsPort;

before(async () => {
  product = await Product.create('senders');
  metricsPort = await freePort();
  process.env.OTEL_EXPORTER_PROMETHEUS_PORT = String(metricsPort);
  await product.start();
});

after(() => product?.stop());

const deliveriesTo = source =>
  `${product.url}/api/accountability/deliveries/${source}`;

/** Waits until a subject has records of a kind, as the page of unowned records shows. */
const recordsOf = (subject, kind) =>
  waitFor(`a record of ${subject}`, async () => {
    const { items } = await product.get('/unowned');
    const found = items.find(item => item.subject === subject);
    return found?.counts.find(count => count.kind === kind)?.records;
  });

test('what Octokit signs is taken', async () => {
  const body = JSON.stringify({
    action: 'created',
    deployment: {
      id: 1,
      sha: 'b7e23ec29af22b0b4e41da31e868d57226121c84',
      ref: 'main',
      environment: 'production – ünïcode',
      created_at: new Date().toISOString(),
      payload: {},
    },
    repository: { full_name: SLUG, default_branch: 'main' },
  });
  const secret = product.secrets.ACCOUNTABILITY_GITHUB_SECRET;

  const answer = await fetch(deliveriesTo('github'), {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'deployment',
      'x-github-delivery': randomUUID(),
      'x-hub-signature-256': await sign(secret, body),
    },
  });

  assert.equal(answer.status, 202);
  assert.equal(await recordsOf(`github:${SLUG}`, 'deployment'), 1);
});

const cdEvent = (id, type, content) => {
  const event = {
    context: {
      version: '0.4.1',
      id,
      source: '/pipelines/payments',
      type,
      timestamp: new Date().toISOString(),
    },
    subject: { id: 'payments', source: '/pipelines/payments', content },
  };
  return new CloudEvent({
    id,
    source: event.context.source,
    type,
    data: event,
  });
};

test('what the client of CloudEvents sends is taken, in either mode', async () => {
  const type = 'dev.cdevents.service.deployed.0.2.0';
  const content = {
    environment: { id: 'production' },
    artifactId:
      'pkg:oci/payments@sha256:0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa',
  };
  const messages = [
    HTTP.binary(cdEvent('one', type, content)),
    HTTP.structured(cdEvent('two', type, content)),
  ];

  const statuses = [];
  for (const { headers, body } of messages) {
    const answer = await fetch(deliveriesTo('cdevents'), {
      method: 'POST',
      headers: {
        ...headers,
        authorization: `Bearer ${product.secrets.ACCOUNTABILITY_CDEVENTS_SECRET}`,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    statuses.push(answer.status);
  }

  assert.deepEqual(statuses, [202, 202]);
  const subject = 'cdevents:/pipelines/payments#payments';
  assert.ok((await recordsOf(subject, 'deployment')) >= 1);
});

const alertmanager = NAMES.find(
  name => spawnSync(name, ['--version']).status === 0,
);

test(
  'what a real Alertmanager posts is taken',
  { skip: alertmanager ? false : `no ${NAMES.join(' or ')} on this machine` },
  async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'alertmanager-'));
    const file = path.join(folder, 'alertmanager.yml');
    fs.writeFileSync(
      file,
      `route: { receiver: us, group_wait: 0s, group_interval: 1s, repeat_interval: 1h }
receivers:
  - name: us
    webhook_configs:
      - url: ${deliveriesTo('alertmanager')}
        http_config:
          authorization: { credentials: ${
            product.secrets.ACCOUNTABILITY_ALERTMANAGER_SECRET
          } }
`,
    );
    const port = await freePort();
    const child = spawn(alertmanager, [
      `--config.file=${file}`,
      `--storage.path=${folder}/data`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--cluster.listen-address=',
    ]);
    try {
      const api = `http://127.0.0.1:${port}/api/v2`;
      const isUp = () => fetch(`${api}/status`).then(answer => answer.ok);
      await waitFor('the Alertmanager', isUp);
      const labels = { alertname: 'Down', service: 'senders-payments' };
      await fetch(`${api}/alerts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify([{ labels, startsAt: new Date().toISOString() }]),
      });

      const records = await recordsOf('alertmanager:senders-payments', 'alert');

      assert.equal(records, 1);
    } finally {
      child.kill();
      fs.rmSync(folder, { recursive: true, force: true });
    }
  },
);

test('Prometheus reads how its sources are, in a form that promtool accepts', async context => {
  const linesOf = (name, lines) =>
    lines.filter(line => line.startsWith(`accountability_source_${name}{`));
  const accepted = /source="github",verdict="accepted",.*\} 1$/;
  // Verdicts are counted every five seconds, and read as often at most.
  const ours = await waitFor('the gauges of a delivery', async () => {
    const answer = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
    const lines = (await answer.text()).split('\n');
    return (
      linesOf('deliveries', lines).some(line => accepted.test(line)) &&
      lines.filter(line => line.includes('accountability_source_'))
    );
  });

  assert.ok(linesOf('last_delivery_age_seconds', ours).length > 0);
  assert.ok(linesOf('quiet', ours).every(line => line.endsWith(' 0')));

  const told = spawnSync('promtool', ['check', 'metrics'], {
    input: `${ours.join('\n')}\n`,
  });
  if (told.error) context.diagnostic('promtool is not installed');
  else assert.equal(told.stderr.toString(), '');
});
