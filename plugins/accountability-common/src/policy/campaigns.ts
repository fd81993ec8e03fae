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
  milestones: Milestone[];
  /** Days between two reminders of an owner; 0 is never. */
  remindEveryDays: number;
}

/** How far a campaign has come on one day: services of which every check passes or is exempt. */
export interface BurnUpPoint {
  /** `YYYY-MM-DD`, UTC. */
  day: string;
  done: number;
  total: number;
}

/** How far services of one owner have come. */
export interface CampaignOwner {
  /** Absent where nobody owns them. */
  owner?: string;
  done: number;
  exempt: number;
  unknown: number;
  total: number;
  /** Days of work left, where the checks say how many; absent where none does. */
  effortDays?: number;
  /** Services that are not done, at most 50. */
  left: { entityRef: string; title: string; checks: CheckRef[] }[];
}

/** How far a campaign has come. */
export interface CampaignProgress {
  asOf: number;
  done: number;
  exempt: number;
  unknown: number;
  total: number;
  effortDays?: number;
  owners: CampaignOwner[];
  burnUp: BurnUpPoint[];
}
