import { RunResult } from 'backstage-plugin-accountability-common';
import { Operation } from './application';

const results: Readonly<Record<string, RunResult>> = {
  Succeeded: 'success',
  Failed: 'failure',
  Error: 'error',
};

/** How a sync ended; undefined while it goes on. One that was terminated has the phase of a failure. */
export function resultOf({ phase, message }: Operation): RunResult | undefined {
  if (results[phase] && message?.startsWith('Operation terminat')) {
    return message.includes('timeout') ? 'timeout' : 'cancellation';
  }
  return results[phase];
}
