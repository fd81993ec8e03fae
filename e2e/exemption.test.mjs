import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { sendIncident } from './support/deliveries.mjs';
import { launchBrowser } from './support/launchBrowser.mjs';
import { Product } from './support/startProduct.mjs';
import { waitFor } from './support/waitFor.mjs';

const REF = 'component:default/payments-api';
const SERVICE = '/catalog/default/component/payments-api/accountability';
const API = '/services/component/default/payments-api';
const TITLE = 'Nothing broke of late';
const REASON = 'What broke was our supplier, and it is mended';
const NOTE = 'The supplier has said so, too';
const DAY = 86_400_000;
const PATIENCE = { timeout: 60_000 };
/** It lasts this long, and as long again as the two pages took to open, so that a slow machine sees it in force. */
const LASTS_MS = 20_000;

const policy = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ready, title: Ready }
spec:
  checks:
    - id: quiet
      title: ${TITLE}
      burden: reliability
      severity: medium
      expression: reliability.incidents == 0.0
      remediation: Wait, and mend what broke.
---
apiVersion: accountability.io/v1alpha1
kind: Gate
metadata: { name: payments, title: Payments }
spec:
  rules:
    - { check: ready/quiet, mode: enforce }
`;

let product;
let browser;
let inbox;
let service;
let lastsMs;
let asked;
/** What the pages complained about. */
const troubles = [];

/** Asks the API as the pipeline. */
const post = (route, body) =>
  product.post(route, body, product.secrets.ACCOUNTABILITY_CI_TOKEN);

const askGate = () =>
  post('/gates/payments/decisions', { entityRef: REF, point: 'deploy' });

/** The check in the assessment that is kept. */
async function readCheck() {
  const { assessment } = await product.get(`${API}/scorecard`);
  return assessment.scorecards
    .find(({ scorecard }) => scorecard === 'ready')
    ?.checks.find(({ check }) => check === 'quiet');
}

/** A page that is asked whether it is still the document that was opened. */
async function openPage(route) {
  const opened = await browser.newPage({
    viewport: { width: 1440, height: 1100 },
  });
  opened.on('pageerror', error => troubles.push(String(error)));
  await opened.goto(`${product.url}${route}`);
  await opened.evaluate(() => {
    window.sameDocument = true;
  });
  return opened;
}

/** A row of a table, once it begins with what is looked for; nothing reloads the page. */
async function rowThatSays(page, { table, says }) {
  const row = page
    .getByRole('table', { name: table })
    .getByRole('row')
    .filter({ hasText: TITLE })
    .filter({ hasText: says });
  await row.waitFor(PATIENCE);
  assert.equal(await page.evaluate(() => window.sameDocument), true);
  return row;
}

async function breakService() {
  const now = Date.now();
  for (const [id, at] of [
    ['QLONGAGO', now - 180 * DAY],
    ['QOFLATE', now - DAY],
  ]) {
    const { status, text } = await sendIncident(product, {
      service: 'P001000',
      id,
      at: new Date(at).toISOString(),
      title: 'payments-api: card payments are refused',
    });
    assert.ok(status < 300, text);
  }
}

before(async () => {
  product = await Product.create('e2e-exemption');
  const policies = path.join(product.dataDir, 'policies');
  fs.mkdirSync(policies);
  fs.writeFileSync(path.join(policies, 'ready.yaml'), policy);
  await product.writeCatalog();
  await product.start();
  await waitFor('the check in the assessment', readCheck);
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

test('an incident has the check fail on the page, and the gate denies', async () => {
  await breakService();
  await waitFor(
    'the check to fail',
    async () => (await readCheck()).status === 'fail',
  );
  const from = Date.now();

  inbox = await openPage('/accountability/exemptions');
  await inbox.getByText('No exemption was ever asked for').waitFor(PATIENCE);
  service = await openPage(SERVICE);
  await rowThatSays(service, { table: 'Checks', says: /^Fail/ });

  lastsMs = LASTS_MS + Date.now() - from;
  const decision = await askGate();
  assert.equal(decision.outcome, 'deny', decision.because);
});

test('what the pipeline asks for waits for an answer, and changes nothing', async () => {
  asked = await post('/exemptions', {
    scorecard: 'ready',
    check: 'quiet',
    subject: { by: 'service', ref: REF },
    reason: REASON,
    expiresAt: new Date(Date.now() + lastsMs).toISOString(),
  });

  assert.equal(asked.state, 'pending');
  const row = await rowThatSays(inbox, {
    table: 'Exemptions',
    says: /^Waiting for an answer/,
  });
  const text = await row.innerText();
  assert.ok(text.includes(REASON), text);
  assert.ok(text.includes('payments-api'), text);
  assert.equal((await askGate()).outcome, 'deny');
});

test('another approves it in the dialog, with a note', async () => {
  await inbox.getByRole('button', { name: `Approve: ${TITLE}` }).click();
  const dialog = inbox.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Reason/ }).fill(NOTE);
  await dialog.getByRole('button', { name: 'Approve' }).click();

  const row = await rowThatSays(inbox, {
    table: 'Exemptions',
    says: /^In force/,
  });
  const text = await row.innerText();
  assert.ok(text.includes(NOTE), text);
});

test('the service is exempt on its page and at the gate, which say until when', async () => {
  const decision = await askGate();
  const row = await rowThatSays(service, { table: 'Checks', says: /^Exempt/ });
  const { because } = await readCheck();

  const [rule] = decision.rules;
  assert.equal(decision.outcome, 'allow', decision.because);
  assert.equal(rule.outcome, 'exempt');
  assert.deepEqual(rule.exemption, { id: asked.id, until: asked.expiresAt });
  const text = await row.innerText();
  assert.ok(text.includes(because), `${because}\n${text}`);
  assert.match(text, /until \d+\s\w+\s\d{4}, \d\d:\d\d\sUTC/);
});

test('at its end it is over everywhere, without a hand', async () => {
  const ended = await rowThatSays(inbox, {
    table: 'Exemptions',
    says: /^Over/,
  });
  const decision = await askGate();
  const row = await rowThatSays(service, { table: 'Checks', says: /^Fail/ });

  assert.ok(Date.now() >= asked.expiresAt);
  assert.match(await ended.innerText(), /approved /);
  assert.equal(decision.outcome, 'deny', decision.because);
  assert.ok(decision.because.includes(TITLE), decision.because);
  assert.doesNotMatch(await row.innerText(), /until /);
  assert.equal((await readCheck()).status, 'fail');
});

test('no page broke on the way', () => {
  assert.deepEqual(troubles, []);
});
