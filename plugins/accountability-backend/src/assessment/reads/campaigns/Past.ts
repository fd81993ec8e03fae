import { CheckStatus } from 'backstage-plugin-accountability-common';

/** A check of a service with how it came to be what it is. */
export interface CheckPast {
  status: CheckStatus;
  /** Epoch milliseconds. */
  since: number;
  /** Its transitions since the first day looked at, the newest first. */
  turns: { at: number; from: CheckStatus }[];
}

/** A service with the past of its checks. */
export interface ServicePast {
  /** Begin of its first owner span; absent where none is kept. Epoch milliseconds. */
  came?: number;
  checks: CheckPast[];
}
