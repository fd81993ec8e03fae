import { DeploymentRecord } from 'backstage-plugin-accountability-common';

/** Whether its environment ran it afterwards, as far as its result says. */
export function ran({ state, result }: DeploymentRecord): boolean {
  return state === 'finished' && (result === undefined || result === 'success');
}
