import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until the answer is yes; throws after so many minutes. */
export async function waitUntil(
  what: string,
  isSo: () => Promise<boolean>,
  { everyMs = 5, minutes = 30 } = {},
): Promise<void> {
  const end = performance.now() + minutes * 60_000;
  while (!(await isSo())) {
    if (performance.now() > end) {
      throw new Error(`${what} did not come about within ${minutes} minutes`);
    }
    await sleep(everyMs);
  }
}
