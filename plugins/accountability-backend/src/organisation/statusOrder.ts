import { CheckStatus } from 'backstage-plugin-accountability-common';

/** Statuses as small numbers: their place in this list. */
export const statusOrder: readonly CheckStatus[] = [
  'pass',
  'exempt',
  'warn',
  'fail',
  'unknown',
  'not-applicable',
];

/** Up to this place a status is known. */
export const lastKnown = statusOrder.indexOf('fail');

/** Places of those that are looked for. */
export const [passed, warned, failed, unknown] = [
  statusOrder.indexOf('pass'),
  statusOrder.indexOf('warn'),
  statusOrder.indexOf('fail'),
  statusOrder.indexOf('unknown'),
];
