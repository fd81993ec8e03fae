import { CheckRef, CheckStatus } from 'backstage-plugin-accountability-common';

/** A check of a campaign that applies to a service, as it stands now. */
export interface MemberCheck extends CheckRef {
  status: CheckStatus;
  /** Epoch milliseconds. */
  since: number;
}

/** A service in the scope of a campaign, to which at least one of its checks applies. */
export interface Member {
  entityRef: string;
  title: string;
  owner?: string;
  ownerResolves: boolean;
  checks: MemberCheck[];
}

/** Whether nothing is left to do about a check. */
export function isSettled(status: CheckStatus): boolean {
  return status === 'pass' || status === 'exempt';
}
