import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { inRoot } from '../scripts/lib/paths.mjs';
import { sendDeployment, sendIncident } from './support/deliveries.mjs';
import { launchBrowser } from './support/launchBrowser.mjs';
import { loadedProduct } from './support/loadedProduct.mjs';
import { waitFor } from './support/waitFor.mjs';

const SERVICE = '/catalog/default/component/payments-api/accountability';
const TEAM = '/catalog/default/group/payments-core/accountability';
const API = '/services/component/default/payments-api';
const SLUG = 'halden/payments-api';
const PAGERDUTY_SERVICE = 'P001000';
const PATIENCE = { timeout: 60_000 };
const screenshots = inRoot('.data', 'screenshots');

let product;
let browser;
let page;
/** What the pages complained about. */
const troubles = [];

async function openPage(options = {}) {
  const opened = await browser.newPage({
    viewport: { width: 1440, height: 1100 },
    ...options,
  });
  opened.on('pageerror', error => troubles.push(String(error)));
  return opened;
}

before(async () => {
  fs.mkdirSync(screenshots, { recursive: true });
  product = await loadedProduct('e2e-portal');
  browser = await launchBrowser();
  page = await openPage();
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

const verdict = () => page.getByRole('region', { name: 'Verdict' });

/** The sentence over the timeline, in numbers. */
async function readTimeline() {
  const chart = page.getByRole('img', { name: /Deployments: \d/ });
  const text = await chart.first().getAttribute('aria-label');
  const found = /Deployments: ([\d,]+), .*?Incidents: ([\d,]+)/.exec(text);
  if (!found) return undefined;
  const [deployments, incidents] = found
    .slice(1)
    .map(number => Number(number.replaceAll(',', '')));
  return { deployments, incidents };
}

test('a service shows the level that the API gives it', async () => {
  const { assessment } = await product.get(`${API}/scorecard`);
  const { name } = assessment.scorecards[0].level;

  await page.goto(`${product.url}${SERVICE}`);
  await verdict().waitFor(PATIENCE);

  const shown = (await verdict().innerText()).toLowerCase();
  assert.ok(shown.includes((name ?? 'no level').toLowerCase()), shown);
  assert.ok(/payments.core/.test(shown), shown);
});

test('five burdens and a timeline stand below the level', async () => {
  const burdens = page.getByRole('group', { name: 'Five burdens' });
  await burdens.waitFor(PATIENCE);

  assert.equal(await burdens.locator(':scope > *').count(), 5);
  const numbers = await waitFor('the timeline', readTimeline);
  const { records } = await product.get(`${API}/timeline`);
  const incidents = records.filter(
    ({ kind, mergedInto }) => kind === 'incident' && !mergedInto,
  );
  assert.equal(numbers.incidents, incidents.length);
  await page.screenshot({
    path: path.join(screenshots, 'service-light.png'),
    fullPage: true,
  });
});

test('signed webhooks change the page without a reload', async () => {
  const earlier = await waitFor('the timeline', readTimeline);
  await page.evaluate(() => {
    window.sameDocument = true;
  });
  const now = Date.now();
  const at = minutesAgo => new Date(now - minutesAgo * 60_000).toISOString();

  const deployment = await sendDeployment(product, {
    slug: SLUG,
    id: 990_001,
    at: at(9),
  });
  const incident = await sendIncident(product, {
    service: PAGERDUTY_SERVICE,
    id: 'QE2EINCIDENT1',
    at: at(4),
    title: 'payments-api: card payments are refused',
  });

  assert.ok(deployment.status < 300, deployment.text);
  assert.ok(incident.status < 300, incident.text);
  const later = await waitFor('the new numbers on the page', async () => {
    const numbers = await readTimeline();
    return numbers?.incidents === earlier.incidents + 1 && numbers;
  });
  assert.equal(later.deployments, earlier.deployments + 1);
  assert.equal(await page.evaluate(() => window.sameDocument), true);
});

test('the incident is charged to the deployment before it', async () => {
  const attribution = await waitFor('the attribution', async () => {
    const { attributions } = await product.get(`${API}/timeline`);
    return attributions.find(each => each.incident.includes('QE2EINCIDENT1'));
  });

  assert.match(attribution.cause ?? '', /990001/);
});

test('a webhook with a wrong signature changes nothing', async () => {
  const earlier = await product.get(`${API}/timeline`);

  const { status } = await sendDeployment(product, {
    slug: SLUG,
    id: 990_002,
    at: new Date().toISOString(),
    secret: 'not the secret',
  });

  assert.equal(status, 401);
  const later = await product.get(`${API}/timeline`);
  assert.equal(later.records.length, earlier.records.length);
});

test('the team counts its service', async () => {
  await page.goto(`${product.url}${TEAM}`);

  await page
    .getByRole('link', { name: 'payments-api' })
    .first()
    .waitFor(PATIENCE);
  await page.screenshot({
    path: path.join(screenshots, 'team-light.png'),
    fullPage: true,
  });
});

test('records that belong to no service are listed with the way to attach them', async () => {
  const { items } = await product.get('/unowned');

  await page.goto(`${product.url}/accountability/unowned`);
  await page.getByText(items[0].subject).first().waitFor(PATIENCE);

  const text = await page.locator('body').innerText();
  assert.ok(text.includes(items[0].hint.split('\n')[0]), items[0].hint);
  await page.screenshot({
    path: path.join(screenshots, 'unowned-light.png'),
    fullPage: true,
  });
});

test('the sources page names every source that delivered', async () => {
  const { sources } = await product.get('/sources');

  await page.goto(`${product.url}/accountability/sources`);

  for (const { source, lastReceivedAt } of sources) {
    if (lastReceivedAt)
      await page.getByText(source, { exact: false }).first().waitFor(PATIENCE);
  }
});

test('the pages stand in the dark too', async () => {
  const dark = await openPage({ colorScheme: 'dark' });
  try {
    for (const [name, route] of [
      ['service', SERVICE],
      ['team', TEAM],
    ]) {
      await dark.goto(`${product.url}${route}`);
      await dark.getByText('payments-api').first().waitFor(PATIENCE);
      await dark.waitForLoadState('networkidle');
      await dark.screenshot({
        path: path.join(screenshots, `${name}-dark.png`),
        fullPage: true,
      });
    }
    const mode = await dark.locator('body').getAttribute('data-theme-mode');
    assert.equal(mode, 'dark');
  } finally {
    await dark.close();
  }
});

test('no page broke on the way', () => {
  assert.deepEqual(troubles, []);
});
