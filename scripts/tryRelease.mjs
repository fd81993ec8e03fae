import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sendDeployment } from '../e2e/support/deliveries.mjs';
import { atEnd, main } from './lib/main.mjs';
import { inRoot } from './lib/paths.mjs';
import { openLog, stop } from './lib/run.mjs';
import { duration, step, StepFailure } from './lib/steps.mjs';
import {
  signIn,
  waitForLevel,
  waitForScorecard,
} from './release/askPortal.mjs';
import {
  applyAfternoon,
  applyInstallSection,
  readAfternoon,
  readInstallSection,
} from './release/followPages.mjs';
import { FreshApp, upstreamRegistry } from './release/FreshApp.mjs';
import { lookAtTab } from './release/lookAtTab.mjs';
import { readPacked } from './release/readPacked.mjs';
import {
  preparePortal,
  startPortal,
  withConfigs,
} from './release/startPortal.mjs';
import { startRegistry } from './release/startRegistry.mjs';

const HELP = `npm run try-release -- [--keep]

Makes a fresh Backstage app, puts the packages of \`npm run pack\` into it as the README says,
and goes through docs/afternoon.md: a check, a gate, a webhook, a level, an answer. Says how long
each step took. --keep leaves the app where it is.`;

const HOUR_MS = 3_600_000;

async function makeApp(app, registry) {
  const release = await step('making a fresh app', () => app.create());
  await step('its settings', () => app.pin());
  await app.use(registry);
  await step('installing its packages', () => app.yarn(['install']));
  return release;
}

async function followPages(app, install, afternoon) {
  await step('adding the packages, as the README says', () =>
    app.shell(install.commands),
  );
  await step('the lines of the README and the afternoon', async () => {
    applyInstallSection(app, install);
    applyAfternoon(app, afternoon);
  });
  await step('types', () => app.yarn(['tsc']));
  await step('looking at the policy without a server', () =>
    app.shell(afternoon.check),
  );
}

// Of the command line's ends 1 is a no; 3 would be that nobody could be asked.
const SAYS_NO = /ended with code 1$/;

/** The gate has to hold what nothing is known of. */
async function expectDenied(app, command) {
  const end = await app.shell(command).then(
    () => 'let through',
    error => error.message,
  );
  if (!SAYS_NO.test(end))
    throw new StepFailure(
      `The gate should have denied a service that was never deployed: ${end}`,
      { log: app.log },
    );
}

async function askPortal(app, url, afternoon) {
  const token = await signIn(url);
  app.env.ACCOUNTABILITY_URL = `${url}/api/accountability`;
  app.env.ACCOUNTABILITY_TOKEN = token;
  await step('until the service is held against the policy', () =>
    waitForScorecard(url, token).then(() => undefined),
  );
  await step('the gate denies', () => expectDenied(app, afternoon.gate));
  await step('a signed webhook of GitHub', async () => {
    const secrets = app.env;
    const at = new Date(Date.now() - HOUR_MS).toISOString();
    const slug = 'acme/website';
    const { status, text } = await sendDeployment(
      { url, secrets },
      { slug, id: 7214, at },
    );
    if (status !== 202)
      throw new StepFailure(`It was answered ${status}: ${text}`);
  });
  await step('until the service has a level', () => waitForLevel(url, token));
  await step('the gate allows', () => app.shell(afternoon.gate));
}

await main(async () => {
  const { values } = parseArgs({
    options: { help: { type: 'boolean' }, keep: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const begun = performance.now();
  const [install, afternoon] = [readInstallSection(), readAfternoon()];
  const registry = await startRegistry(readPacked(), await upstreamRegistry());
  atEnd(registry.stop);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'try-release-'));
  if (values.keep) console.log(`  the app is in ${folder}`);
  else atEnd(() => fs.rmSync(folder, { recursive: true, force: true }));
  const app = new FreshApp(folder, openLog('try-release'));

  const release = await makeApp(app, registry);
  await followPages(app, install, afternoon);
  const url = await preparePortal(app);
  await step('building the portal', () =>
    app.yarn(['workspace', 'app', 'build', ...withConfigs]),
  );
  await step('starting', async () => {
    const portal = await startPortal(app, url);
    atEnd(() => stop(portal));
  });
  await askPortal(app, url, afternoon);
  await step('the tab of the service in a browser', () =>
    lookAtTab(url, inRoot('.data', 'try-release.png')),
  );
  const took = duration(performance.now() - begun);
  console.log(`\nBackstage ${release}: ${took} from nothing to an asked gate`);
});
