import { Campaign, CampaignProgress, Milestone } from '../policy/campaigns';
import { CheckRef } from '../policy/exemptions';

/** A campaign with its progress in two numbers. */
export interface CampaignSummary extends Campaign {
  done: number;
  total: number;
  mayManage: boolean;
}

/** `GET /campaigns` */
export interface CampaignsResponse {
  asOf: number;
  /** Active first, then drafts, then those that ended; of each the nearest target first. */
  campaigns: CampaignSummary[];
}

/** `GET /campaigns/:id` */
export interface CampaignResponse {
  campaign: Campaign;
  mayManage: boolean;
  progress: CampaignProgress;
}

/**
 * `POST /campaigns`, and `PUT /campaigns/:id`: all of a draft; of an active
 * one its words, its reminders, milestones that are yet to come, and a later
 * target with a reason.
 */
export interface CampaignRequest {
  title: string;
  description?: string;
  checks: CheckRef[];
  /** A filter predicate over entities. */
  scope?: object;
  owner?: string;
  /** ISO 8601. */
  targetAt: string;
  milestones?: (Omit<Milestone, 'at'> & { at: string })[];
  /** Default 7. */
  remindEveryDays?: number;
  /** Why the target of an active campaign is put off. */
  reason?: string;
}

/** `POST /campaigns/:id/state` */
export interface CampaignStateRequest {
  state: 'active' | 'ended';
}
