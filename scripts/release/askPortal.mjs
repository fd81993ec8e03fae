import { waitFor } from '../../e2e/support/waitFor.mjs';

// The catalog is read every two minutes, and may not have been ready the first time.
const PATIENCE_MS = 300_000;
const SERVICE = 'services/component/default/example-website/scorecard';

/** Signs in as the guest of a fresh app; gives the token. */
export async function signIn(url) {
  const answer = await fetch(`${url}/api/auth/guest/refresh`, {
    method: 'POST',
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = await answer.json();
  return backstageIdentity.token;
}

async function readScorecard(url, token) {
  const answer = await fetch(`${url}/api/accountability/${SERVICE}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!answer.ok) return undefined;
  const { assessment } = await answer.json();
  return assessment?.scorecards.find(
    ({ scorecard }) => scorecard === 'first-steps',
  );
}

/** Waits until the service was held against the policy of the afternoon. */
export const waitForScorecard = (url, token) =>
  waitFor(
    'the service to be assessed',
    () => readScorecard(url, token),
    PATIENCE_MS,
  );

/** Waits until the service has a level; gives its name. */
export async function waitForLevel(url, token) {
  let level;
  await waitFor('the service to have a level', async () => {
    const scorecard = await readScorecard(url, token);
    level = scorecard?.level?.rank > 0 ? scorecard.level.name : undefined;
    return level;
  });
  return level;
}
