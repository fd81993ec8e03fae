import { DbInstant } from './DbInstant';

export interface CampaignRow {
  id: string;
  title: string;
  description: string | null;
  checks: string;
  scope: string | null;
  owner_ref: string | null;
  state: string;
  created_at: DbInstant;
  created_by: string;
  started_at: DbInstant | null;
  started_by: string | null;
  ended_at: DbInstant | null;
  ended_by: string | null;
  target_at: DbInstant;
  milestones: string;
  remind_every_days: number;
}

export interface CampaignMoveRow {
  campaign_id: string;
  moved_at: DbInstant;
  from_at: DbInstant;
  to_at: DbInstant;
  reason: string;
  moved_by: string;
}

export interface CampaignReminderRow {
  owner_ref: string;
  campaign_id: string;
  reminded_at: DbInstant;
}
