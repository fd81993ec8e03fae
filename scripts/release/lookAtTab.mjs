import { launchBrowser } from '../../e2e/support/launchBrowser.mjs';

const PATIENCE = { timeout: 60_000 };
const SERVICE = '/catalog/default/component/example-website';

/** Opens the tab Accountability of the service in the portal and waits for its verdict; keeps a picture. */
export async function lookAtTab(url, picture) {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
    });
    await page.goto(`${url}${SERVICE}`);
    const enter = page.getByText('Enter', { exact: true });
    // The side bar has a link of the same name.
    const tab = page.locator(`a[href^="${SERVICE}/"]`, {
      hasText: 'Accountability',
    });
    await enter.or(tab).first().waitFor(PATIENCE);
    if (await enter.isVisible()) await enter.click();
    await tab.click(PATIENCE);
    await page
      .getByRole('region', { name: 'Verdict' })
      .waitFor(PATIENCE)
      .finally(() => page.screenshot({ path: picture }));
  } finally {
    await browser.close();
  }
}
