import { DbInstant } from './DbInstant';

export interface InstallSecretRow {
  name: string;
  value: string;
}

export interface ContributorRow {
  contributor_key: string;
  person_key: string;
}

export interface MembershipRow {
  person_key: string;
  group_ref: string;
  valid_from: DbInstant | null;
  valid_to: DbInstant | null;
  found_at: DbInstant;
}

export interface AuthorshipDayRow {
  subject: string;
  area: string;
  contributor: string;
  /** UTC day, `2026-11-23`. */
  day: string;
  changes: number;
  reviews: number;
}
