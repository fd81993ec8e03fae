import { CheckRef } from './exemptions';

/** States of a campaign. */
export const campaignStates = ['draft', 'active', 'ended'] as const;

/** State of a campaign. */
export type CampaignState = (typeof campaignStates)[number];

/** A share of the services that is to be done by an instant. */
export interface Milestone {
  title: string;
  /** Epoch milliseconds. */
  at: number;
  /** 0 to 1. */
  share: number;
}

/** A target that was put off while the campaign ran. */
export interface CampaignMove {
  /** Epoch milliseconds, like the targets. */
  at: number;
  from: number;
  to: number;
  reason: string;
}

/** A push, with an end, to have some checks pass everywhere in scope. */
export interface Campaign {
  id: string;
  title: string;
  description?: string;
  checks: CheckRef[];
  /** A filter predicate over entities; absent means all services that the checks apply to. */
  scope?: unknown;
  /** Entity ref of the group that runs it. */
  owner?: string;
  state: CampaignState;
  createdAt: number;
  /** When it was made active; epoch milliseconds. */
  startedAt?: number;
  endedAt?: number;
  /** When all are to be done; epoch milliseconds. */
  targetAt: number;
  /** How its target was put off since it began, the first time first; absent where it never was. */
  moves?: CampaignMove[];
  milestones: Milestone[];
  /** Days between two reminders of an owner of whom something is left; 0 is never. */
  remindEveryDays: number;
}

/** How far a campaign has come by the end of one day, or by now on the day that is not over. */
export interface BurnUpPoint {
  /** `YYYY-MM-DD`, UTC. */
  day: string;
  /** Services of which every check that applied passed or was exempt. */
  done: number;
  /** Services to which a check applied. */
  total: number;
}

/**
 * Numbers of services to which a check of the campaign applies. Those that
 * are neither done nor unknown have a check that fails or warns.
 */
export interface CampaignCounts {
  /** Every check that applies passes or is exempt. */
  done: number;
  /** Of the done ones, those of which a check is exempt. */
  exempt: number;
  /** Nothing fails or warns, and a check is unknown. */
  unknown: number;
  total: number;
  /** Days of work that checks which fail or warn say they take; absent where no check of the campaign says. */
  effortDays?: number;
}

/** How far services of one owner have come. */
export interface CampaignOwner extends CampaignCounts {
  /** Absent where nobody owns them. */
  owner?: string;
  /** Services that are not done with what is left of each, at most 50 of those that the caller may read. */
  left: { entityRef: string; title: string; checks: CheckRef[] }[];
}

/** How far a campaign has come. */
export interface CampaignProgress extends CampaignCounts {
  asOf: number;
  /** Who has most left first; those that the caller may not read are in the sums alone. */
  owners: CampaignOwner[];
  /** From the day it began, of a draft from 30 days ago, as if it had run; at most 200 points, of days or of whole weeks. */
  burnUp: BurnUpPoint[];
}
