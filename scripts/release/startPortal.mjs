import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../lib/ports.mjs';
import { StepFailure } from '../lib/steps.mjs';

const READY_WITHIN_MS = 300_000;
const CONFIGS = ['app-config.yaml', 'app-config.try.yaml'];
/** The settings with which the app is built and started. */
export const withConfigs = CONFIGS.flatMap(name => [
  '--config',
  `../../${name}`,
]);

/** Gives the app a free port, where it also serves its portal, and secrets. Gives the address. */
export async function preparePortal(app) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  app.write(
    CONFIGS[1],
    [
      `app: { baseUrl: '${url}' }`,
      `backend: { baseUrl: '${url}', listen: { port: ${port} }, csp: { upgrade-insecure-requests: false } }`,
    ].join('\n'),
  );
  const secret = () => randomBytes(32).toString('hex');
  Object.assign(app.env, {
    // The fresh app's configuration wants one; nothing here asks GitHub.
    GITHUB_TOKEN: 'none',
    ACCOUNTABILITY_GITHUB_SECRET: secret(),
    ACCOUNTABILITY_PAGERDUTY_SECRET: secret(),
  });
  return url;
}

/** Starts the backend as the app does and waits until it is ready. */
export async function startPortal(app, url) {
  const child = app.startYarn([
    'workspace',
    'backend',
    'start',
    ...withConfigs,
  ]);
  let ended = false;
  child.ended.then(() => {
    ended = true;
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const answer = await fetch(`${url}/.backstage/health/v1/readiness`).catch(
      () => undefined,
    );
    if (answer?.ok) return child;
    if (ended || Date.now() > deadline)
      throw new StepFailure(
        'The backend of the fresh app did not become ready',
        {
          log: app.log,
        },
      );
    await sleep(500);
  }
}
