import { CheckStatus, Coverage } from '../assessment';
import { Burden } from '../burdens';
import { AskedMode, Severity } from '../policy/modes';

/** A scorecard of the policy in force. */
export interface ScorecardSummary {
  scorecard: string;
  title: string;
  owner?: string;
  levels: string[];
  checks: {
    check: string;
    title: string;
    burden: Burden;
    level?: string;
    severity: Severity;
    mode: AskedMode;
  }[];
  services: number;
}

/** `GET /scorecards` */
export interface ScorecardsResponse {
  asOf: number;
  scorecards: ScorecardSummary[];
}

/** What `GET /scorecards/:scorecard/services` may be asked for. */
export interface ScorecardServicesOptions {
  owner?: string;
  /** Name of a level, or `none`. */
  level?: string;
  check?: string;
  /** With `check`: of those with this result. */
  status?: CheckStatus;
  /** `level` is the lowest first; `name` without it. */
  sort?: 'name' | 'level' | 'owner';
  cursor?: string;
}

/** A row of a scorecard's page: one service, one result a check. */
export interface ScorecardServiceRow {
  entityRef: string;
  title: string;
  owner?: string;
  level?: string;
  rank: number;
  coverage: Coverage;
  /** By check id; a check that is not in it was not asked. */
  results: Record<string, { status: CheckStatus; since: number }>;
}

/** `GET /scorecards/:scorecard/services`, as CSV with `accept: text/csv` */
export interface ScorecardServicesResponse {
  asOf: number;
  scorecard: ScorecardSummary;
  services: ScorecardServiceRow[];
  /** Number of those on all pages. */
  total: number;
  /** Results by check over all pages. */
  counts: Record<string, Partial<Record<CheckStatus, number>>>;
  nextCursor?: string;
}
