import { PolicyFault } from './policyStatus';

/** `POST /backtests` */
export interface BacktestRequest {
  /** The candidate: scorecards as YAML. */
  policy: string;
  /** Days back from today; 90 without it. */
  days?: number;
}

/** A service that a candidate would newly fail. */
export interface NewFailure {
  entityRef: string;
  title: string;
  because: string;
}

/** Whether incidents were more frequent after a check had failed. Correlation, not cause. */
export interface BacktestOutcome {
  /** Weeks of services with a fail at their start, and how many had an incident after. */
  failed: { weeks: number; withIncident: number };
  passed: { weeks: number; withIncident: number };
  /** Difference of the two shares, failed minus passed, with its 95 % interval (Newcombe); absent under 30 on a side. */
  difference?: { value: number; low: number; high: number };
  because: string;
}

/** One check of a candidate over all services. */
export interface BacktestCheck {
  scorecard: string;
  check: string;
  title: string;
  now: {
    pass: number;
    warn: number;
    fail: number;
    exempt: number;
    unknown: number;
    notApplicable: number;
  };
  /** Services that fail the candidate and pass, or do not have, the check in force; by owner. */
  newlyFailing: { owner?: string; services: NewFailure[]; total: number }[];
  /** Share of failing among known results, by week, oldest first. */
  past: { week: string; fail: number; known: number; unknown: number }[];
  incidents: BacktestOutcome;
}

/** What would be if a candidate were in force, and what would have been. */
export interface BacktestReport {
  asOf: number;
  days: number;
  services: number;
  checks: BacktestCheck[];
  faults: PolicyFault[];
  /** What the past could not be asked, as sentences. */
  limits: string[];
}
