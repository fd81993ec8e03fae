import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 120_000;

/** Asks again until there is an answer that is neither undefined nor false; says what it waited for. */
export async function waitFor(what, ask, patienceMs = PATIENCE_MS) {
  const deadline = Date.now() + patienceMs;
  let trouble;
  while (Date.now() < deadline) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      trouble = error;
    }
    await sleep(250);
  }
  throw new Error(`Waited ${patienceMs / 60_000} minutes in vain for ${what}`, {
    cause: trouble,
  });
}
