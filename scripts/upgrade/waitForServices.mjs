import { setTimeout as sleep } from 'node:timers/promises';
import { StepFailure } from '../lib/steps.mjs';

const PATIENCE_MS = 180_000;

/** Waits until so many services of the catalog are known; throws where they never come. */
export async function waitForServices(client, services) {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const { rows } = await client.query(
      'select count(*)::int as n from services where removed_at is null',
    );
    if (rows[0].n >= services) return;
    await sleep(500);
  }
  throw new StepFailure(
    'The catalog did not bring its services in three minutes',
  );
}
