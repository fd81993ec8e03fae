import { MINUTE } from '../time';

/**
 * How far clocks of different systems, and people who act before they write,
 * may be apart, in milliseconds. Also the time in which two promotions that
 * race each other look as if one went back: of 253 decreases of a version among
 * 31,862 public deployments, 59 came so soon after the deployment before.
 */
export const clockSkew = 5 * MINUTE;
