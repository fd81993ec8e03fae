import {
  CheckStatus,
  checkStatuses,
} from 'backstage-plugin-accountability-common';

/** The status of a check as it is stored; a word that nobody knows is unknown. */
export function statusOf(stored: string): CheckStatus {
  return checkStatuses.find(status => status === stored) ?? 'unknown';
}
