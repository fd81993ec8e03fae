import { FirstStepsResponse } from 'backstage-plugin-accountability-common';
import { formatNumber } from '../../text';

/** How many steps are done, and of how many, as printed. */
export function countDone({ steps }: Pick<FirstStepsResponse, 'steps'>) {
  const done = steps.filter(({ state }) => state === 'done').length;
  return { done: formatNumber(done), number: formatNumber(steps.length) };
}
