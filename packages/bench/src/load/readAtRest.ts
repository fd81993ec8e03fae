import { setTimeout as sleep } from 'node:timers/promises';
import { Bench } from './Bench';
import { readMeanwhile } from './readMeanwhile';
import { quantile } from './runLoad';

const RESTING_MS = 3000;

/** What pages take that nothing competes with, p95 in milliseconds. */
export async function readAtRest(bench: Bench): Promise<number> {
  const reading = readMeanwhile(bench);
  await sleep(RESTING_MS);
  return quantile(await reading.stop(), 0.95);
}
