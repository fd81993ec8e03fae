import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { launchBrowser } from './support/launchBrowser.mjs';
import { loadedProduct } from './support/loadedProduct.mjs';
import { picture } from './support/picture.mjs';
import { runCli } from './support/runCli.mjs';
import { waitFor } from './support/waitFor.mjs';

// What each user comes for, from the first page to what they leave with.

const REF = 'component:default/payments-api';
const API = '/services/component/default/payments-api';
const SERVICE = '/catalog/default/component/payments-api/accountability';
const TEAM = '/catalog/default/group/payments-core/accountability';
const PATIENCE = { timeout: 60_000 };

const policy = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: calm, title: Calm services }
spec:
  levels: [calm]
  checks:
    - id: few-incidents
      title: At most one incident in ninety days
      burden: reliability
      level: calm
      severity: high
      effortDays: 3
      cost: reliability.incident_time
      expression: reliability.incidents <= 1.0
      remediation: Look at what broke last, and have it tested before it ships again.
---
apiVersion: accountability.io/v1alpha1
kind: Gate
metadata: { name: calm, title: Calm before storm }
spec:
  points: [deploy, cli]
  rules:
    - { check: calm/few-incidents, mode: enforce }
    - { check: production-readiness/owner-exists, mode: enforce }
`;

let product;
let browser;
let page;
/** What the pages complained about. */
const troubles = [];

const go = route => page.goto(`${product.url}${route}`);
const region = name => page.getByRole('region', { name });
const heatMap = () => table(/by group and burden/);
const table = name => page.getByRole('table', { name });

before(async () => {
  product = await loadedProduct('e2e-stories');
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  page.on('pageerror', error => troubles.push(String(error)));
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

test('a platform engineer sees where it hurts, and opens what is behind it', async () => {
  await go('/accountability');
  await heatMap().waitFor(PATIENCE);
  await picture(page, 'organisation');

  const cell = heatMap()
    .getByRole('button', { name: /Reliability of / })
    .first();
  await cell.click();
  const behind = page.getByRole('dialog');
  await behind.getByRole('link', { name: /./ }).first().waitFor(PATIENCE);
  await picture(page, 'organisation-cell');

  assert.match(page.url(), /cell=/);
  await page.keyboard.press('Escape');
});

test('a platform engineer writes a check, and it judges without a restart', async () => {
  const policies = path.join(product.dataDir, 'policies');
  fs.mkdirSync(policies, { recursive: true });
  fs.writeFileSync(path.join(policies, 'calm.yaml'), policy);

  await waitFor('the new check at the service', async () => {
    const { assessment } = await product.get(`${API}/scorecard`);
    return assessment.scorecards.some(({ scorecard }) => scorecard === 'calm');
  });
  await go('/accountability/policy');
  await page.getByText('Calm services').first().waitFor(PATIENCE);
  await go('/accountability/scorecards/calm');
  await page
    .getByText('At most one incident in ninety days')
    .first()
    .waitFor(PATIENCE);
  await picture(page, 'scorecard');
});

test('a team lead sees what the team answers for, and confirms a service', async () => {
  await go(TEAM);
  await table('Who stands for our services').waitFor(PATIENCE);
  await picture(page, 'team');

  const ATTESTATIONS = '/groups/default/payments-core/attestations';
  const [first] = (await product.get(ATTESTATIONS)).services;
  await page
    .getByRole('button', { name: `Attest ${first.title}`, exact: true })
    .click(PATIENCE);
  const question = page.getByRole('dialog');
  await question.getByText('Confirm it is ours').click(PATIENCE);
  await picture(page, 'attest');
  await question
    .getByRole('button', { name: 'Confirm', exact: true })
    .click(PATIENCE);
  await waitFor('the answer to be kept', async () => {
    const { services } = await product.get(ATTESTATIONS);
    return services.every(({ entityRef }) => entityRef !== first.entityRef);
  });
});

test('an engineer on call finds what broke it, and with what evidence', async () => {
  const { records } = await product.get(`${API}/timeline`);
  const incident = records.find(({ kind }) => kind === 'incident');

  await go(SERVICE);
  await region('Verdict').waitFor(PATIENCE);
  await picture(page, 'service');
  await go(
    `/accountability/incidents/component/default/payments-api/${encodeURIComponent(
      incident.id,
    )}`,
  );
  await region('Why this cause').waitFor(PATIENCE);
  await picture(page, 'incident');
});

test('a pipeline is held by the gate, told why, and let through where it may', async () => {
  const env = { ACCOUNTABILITY_TOKEN: product.secrets.ACCOUNTABILITY_CI_TOKEN };
  const ask = (...more) =>
    runCli(
      [
        ...['gate', 'calm', '--service', REF, '--environment', 'production'],
        ...['--url', `${product.url}/api/accountability`, ...more],
      ],
      env,
    );
  const { assessment } = await product.get(`${API}/scorecard`);
  const calm = assessment.scorecards.find(
    ({ scorecard }) => scorecard === 'calm',
  );
  const passes = calm.checks[0].status === 'pass';

  const asText = await ask();
  const asJson = await ask('--format', 'json');
  const nobody = await runCli(
    ['gate', 'calm', '--service', REF, '--url', 'http://localhost:9'],
    env,
  );

  assert.equal(asText.code, passes ? 0 : 1, asText.stderr);
  assert.match(asText.stdout, /At most one incident in ninety days/);
  const decision = JSON.parse(asJson.stdout);
  assert.equal(decision.outcome, passes ? 'allow' : 'deny');
  assert.ok(decision.evidence.length === 64, 'with a digest of its evidence');
  assert.equal(nobody.code, 3, 'a gate that is not there is no way through');
  await go(`/accountability/decisions/${decision.id}`);
  await page
    .getByText('At most one incident in ninety days')
    .first()
    .waitFor(PATIENCE);
  await page
    .getByText('This gate has nobody who may go past it')
    .waitFor(PATIENCE);
  await picture(page, 'decision');
});

test('an agent lists the risks of a team, and explains a check', async () => {
  await product.get('/sources');
  const client = new Client({ name: 'stories', version: '1.0.0' });
  await client.connect(
    new StreamableHTTPClientTransport(
      new URL(`${product.url}/api/mcp-actions/v1`),
      {
        requestInit: { headers: { authorization: `Bearer ${product.token}` } },
      },
    ),
  );

  const { tools } = await client.listTools();
  const names = tools.map(({ name }) => name.replace(/^accountability\./, ''));
  const risks = await client.callTool({
    name: tools.find(({ name }) => /list-team-risks/.test(name)).name,
    arguments: { group: 'group:default/payments-core' },
  });
  const explained = await client.callTool({
    name: tools.find(({ name }) => /explain-check/.test(name)).name,
    arguments: { service: REF, scorecard: 'calm', check: 'few-incidents' },
  });
  await client.close();

  assert.ok(names.includes('get-scorecard'), names.join(', '));
  assert.notEqual(risks.isError, true, JSON.stringify(risks));
  assert.match(JSON.stringify(explained), /reliability\.incidents/);
});

test('no page complained', () => {
  assert.deepEqual(troubles, []);
});
