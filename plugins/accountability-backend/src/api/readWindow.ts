import { InputError } from '@backstage/errors';
import { metricWindows } from 'backstage-plugin-accountability-common';

/** The days of a query's `window`; undefined where it names none. Throws 400 for one that is not offered. */
export function readWindow(given: number | undefined): number | undefined {
  if (given === undefined) return undefined;
  const windows: readonly number[] = metricWindows;
  if (windows.includes(Number(given))) return Number(given);
  throw new InputError(
    `window is ${given}; it is one of ${metricWindows.join(', ')} days`,
  );
}
