const PATIENCE = { timeout: 60_000 };
const THEMES = ['light', 'dark'];

/** Nothing moves or fades, so that a colour is at once what it will be. */
const STILL =
  '*, *::before, *::after { transition: none !important; animation: none !important; }';

/** Waits until the page is drawn in a theme, shows its content, and nothing on it is still on its way. */
async function settle(page, theme, shows) {
  await page.waitForFunction(
    wanted => document.body.dataset.themeMode === wanted,
    theme,
    PATIENCE,
  );
  await shows(page).first().waitFor(PATIENCE);
  await page.waitForFunction(
    () => !document.querySelector('.acc-stack .bui-Skeleton'),
    undefined,
    PATIENCE,
  );
}

/**
 * Opens a page and does something on it, in the light and, as the system of who looks at it turns, in the dark.
 * Gives what was found in each, with the name of the theme before it.
 */
export async function inBothThemes(page, { url, shows, find }) {
  const found = [];
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    // Afterwards the app draws itself anew and keeps nothing of what was opened.
    if (theme === THEMES[0]) {
      await page.goto(url);
      await page.addStyleTag({ content: STILL });
    }
    await settle(page, theme, shows);
    for (const trouble of await find()) found.push(`${theme}: ${trouble}`);
  }
  return found;
}
