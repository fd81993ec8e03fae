/** More steps than any of our dialogs has stops. */
const ROUND = 25;

const button = name => page => page.getByRole('button', { name }).first();

/** What opens above our pages, by the name of the page: what it is, and what opens it. */
export const dialogs = {
  'tab of a service': [
    { name: 'a fact', opener: button(/^reliability\./) },
    { name: 'evidence', opener: button(/^Evidence of/) },
    { name: 'an exemption', opener: button(/^Ask for an exemption/) },
    { name: 'the instant of the page', opener: button(/^As of/) },
    { name: 'an attestation', opener: button('Confirm it is ours') },
    {
      name: 'a mark of the timeline',
      opener: page => page.getByRole('listbox', { name: /^Production/ }),
      // It stands beside the plot and holds nobody.
      modal: false,
    },
  ],
  'tab of a team': [{ name: 'an attestation', opener: button(/^Attest/) }],
  'changes of a service': [
    { name: 'markers', opener: button(/ markers? of /) },
  ],
  exemptions: [{ name: 'an answer', opener: button(/^Deny: /) }],
  campaigns: [{ name: 'a new one', opener: button('Begin a campaign') }],
  campaign: [{ name: 'its end', opener: button(/^End/) }],
  sources: [{ name: 'a replay', opener: button(/^Read again/) }],
};

/** Goes round in an open dialog with Tab; gives how often that led out of it. */
async function goRound(page, dialog) {
  let left = 0;
  for (let step = 0; step < ROUND; step += 1) {
    await page.keyboard.press('Tab');
    const within = await dialog.evaluate(element =>
      element.contains(document.activeElement),
    );
    if (!within) left += 1;
  }
  return left;
}

/**
 * Opens a dialog by key, has `inside` look at it, goes round in it where it is modal, and closes it by Escape.
 * Gives what `inside` objects to, and whether the focus left it or did not come back to what opened it.
 */
export async function visitDialog(page, { opener, modal = true, inside }) {
  const from = opener(page);
  await from.waitFor();
  await from.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.waitForFunction(
    () => !document.querySelector('[role="dialog"] .bui-Skeleton'),
  );
  const troubles = await inside();
  const left = modal ? await goRound(page, dialog) : 0;
  if (left > 0) troubles.push(`Tab led out of it ${left} times`);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  // It comes back a frame after the dialog is gone.
  const returned = await page
    .waitForFunction(
      element => element === document.activeElement,
      await from.elementHandle(),
      { timeout: 2_000 },
    )
    .then(
      () => true,
      () => false,
    );
  if (!returned) troubles.push('the focus did not come back');
  return troubles;
}
