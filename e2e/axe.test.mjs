import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { audit } from './support/audit.mjs';
import { dialogs, visitDialog } from './support/dialogs.mjs';
import { walk } from './support/keyboard.mjs';
import { launchBrowser } from './support/launchBrowser.mjs';
import { loadedProduct } from './support/loadedProduct.mjs';
import { placesOf } from './support/places.mjs';
import { inBothThemes } from './support/portalPage.mjs';

/** Pages of ours; `places.mjs` has their addresses. */
const PAGES = [
  'tab of a service',
  'card of a service',
  'tab of a team',
  'tab of a group with teams below it',
  'changes of a service',
  'overview of the organisation',
  'first steps',
  'incident',
  'deployment',
  'scorecards',
  'scorecard',
  'exemptions',
  'campaigns',
  'campaign',
  'gates',
  'decision of a gate',
  'policy',
  'sources',
  'unowned records',
];

const CANDIDATE = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: candidate, title: Candidate }
spec:
  checks:
    - id: ships-daily
      title: It ships every day
      burden: reliability
      severity: medium
      expression: reliability.deployment_frequency >= 7.0
`;

let product;
let browser;
let page;
let places;
/** What the pages complained about. */
const troubles = [];

/** Does something on a page of ours, once in each theme, and gives what was found. */
function at(name, find) {
  const { route, shows } = places.get(name);
  return inBothThemes(page, { url: `${product.url}${route}`, shows, find });
}

before(async () => {
  product = await loadedProduct('e2e-axe');
  places = await placesOf(product);
  browser = await launchBrowser();
  page = await browser.newPage({
    viewport: { width: 1440, height: 1100 },
    reducedMotion: 'reduce',
  });
  page.on('pageerror', error => troubles.push(String(error)));
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

for (const name of PAGES) {
  test(`axe objects to nothing, and Tab reaches all of it: ${name}`, async () => {
    const found = await at(name, async () => {
      const mains = await page.getByRole('main').count();
      return [
        ...(mains === 1 ? [] : [`there are ${mains} main parts`]),
        ...(await audit(page)),
        ...(await walk(page)),
      ];
    });

    assert.deepEqual(found, []);
  });
}

for (const [name, opened] of Object.entries(dialogs)) {
  test(`what opens by key holds the focus and gives it back: ${name}`, async () => {
    const found = await at(name, async () => {
      const objections = [];
      for (const { name: what, opener, modal } of opened) {
        const inside = () => audit(page, ['[role="dialog"]']);
        const said = await visitDialog(page, { opener, modal, inside });
        objections.push(...said.map(trouble => `${what}: ${trouble}`));
      }
      return objections;
    });

    assert.deepEqual(found, []);
  });
}

test('axe objects to nothing in our filters of the catalog', async () => {
  const labels = () => page.getByText(/^Accountability (level|state)$/);

  const found = await inBothThemes(page, {
    url: `${product.url}/catalog`,
    shows: labels,
    find: async () => {
      for (const label of await labels().all()) {
        await label.locator('xpath=../..').evaluate(filter => {
          filter.dataset.ours = '';
        });
      }
      return audit(page, ['[data-ours]']);
    },
  });

  assert.deepEqual(found, []);
});

test('axe objects to nothing in the report of a backtest', async () => {
  const found = await at('policy', async () => {
    await page.getByRole('textbox').fill(CANDIDATE);
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByRole('table', { name: 'Results' }).waitFor();
    return audit(page);
  });

  assert.deepEqual(found, []);
});

test('no page broke on the way', () => {
  assert.deepEqual(troubles, []);
});
