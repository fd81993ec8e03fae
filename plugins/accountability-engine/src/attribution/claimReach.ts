import { DAY } from '../time';

/**
 * How far before an incident the rule looks for anything at all, in
 * milliseconds. A bound, so that an answer about an incident depends on a known
 * stretch of records and not on how much history happens to be loaded.
 */
export const claimReach = 90 * DAY;
