import { DeploymentRecord } from 'backstage-plugin-accountability-common';

/**
 * Whether it may have reached its environment: not what was cancelled, skipped
 * or has not begun. A failed one may have left something behind.
 */
export function couldReach({ state, result }: DeploymentRecord): boolean {
  return state !== 'pending' && result !== 'cancellation' && result !== 'skip';
}
