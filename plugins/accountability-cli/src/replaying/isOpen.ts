import { Replay } from 'backstage-plugin-accountability-common';

/** Whether a replay has not ended. */
export function isOpen({ status }: Replay): boolean {
  return status === 'waiting' || status === 'running';
}
