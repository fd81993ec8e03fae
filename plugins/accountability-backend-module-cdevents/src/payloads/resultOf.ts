import { RunResult } from 'backstage-plugin-accountability-common';

const results = new Map<string, RunResult>([
  ['success', 'success'],
  ['failure', 'failure'],
  ['error', 'error'],
  ['cancel', 'cancellation'],
]);

/** The result of an outcome; one that CDEvents does not know is no result. */
export function resultOf(outcome: string | undefined): RunResult | undefined {
  return outcome === undefined ? undefined : results.get(outcome.toLowerCase());
}
