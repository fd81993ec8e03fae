import { CheckStatus, Coverage } from '../assessment';
import { Burden } from '../burdens';
import { BacktestReport } from '../policy/backtest';
import { Campaign, CampaignProgress, Milestone } from '../policy/campaigns';
import {
  CheckRef,
  Exemption,
  ExemptionState,
  ExemptionSubject,
} from '../policy/exemptions';
import { FailurePolicy, GateDecision, GateOutcome } from '../policy/gates';
import { AskedMode, EnforcementPoint, Severity } from '../policy/modes';

/** An exemption with what holds of it now. */
export interface ExemptionEntry extends Exemption {
  state: ExemptionState;
  /** Title of its check; absent where no scorecard in force has it any more. */
  checkTitle?: string;
  severity?: Severity;
  /** Within two weeks of its end. */
  expiringSoon: boolean;
  /** Whether the caller may approve or deny it now. */
  mayDecide: boolean;
  /** Whether the caller may revoke it now. */
  mayRevoke: boolean;
}

/** `GET /exemptions` */
export interface ExemptionsResponse {
  asOf: number;
  /** Pending first, then those that end soonest. */
  exemptions: ExemptionEntry[];
  /** Number by state over all pages, of those the caller may see. */
  counts: Record<ExemptionState, number>;
  nextCursor?: string;
}

/** `POST /exemptions` */
export interface ExemptionRequest extends CheckRef {
  subject: ExemptionSubject;
  points?: EnforcementPoint[];
  reason: string;
  ticket?: string;
  /** ISO 8601. */
  expiresAt: string;
  /** Id of the exemption that this one goes on from. */
  renews?: string;
}

/** `POST /exemptions/:id/decision` */
export interface ExemptionDecisionRequest {
  verdict: 'approved' | 'denied';
  reason?: string;
}

/** `POST /exemptions/:id/revocation` */
export interface RevocationRequest {
  reason: string;
}

/** What `GET /exemptions` may be asked for. */
export interface ExemptionsOptions {
  state?: ExemptionState;
  /** Entity ref of a service, group or system. */
  subject?: string;
  scorecard?: string;
  cursor?: string;
}

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

/** `POST /campaigns`, and `PUT /campaigns/:id` for a draft */
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
  remindEveryDays?: number;
}

/** `POST /campaigns/:id/state` */
export interface CampaignStateRequest {
  state: 'active' | 'ended';
}

/** A gate as the policy in force has it. */
export interface GateSummary {
  gate: string;
  title: string;
  owner?: string;
  points: EnforcementPoint[];
  failurePolicy: FailurePolicy;
  rules: { rule: string; title: string; mode: AskedMode; severity: Severity }[];
  /** Groups that may go past it once. */
  breakGlassFor: string[];
  /** Decisions of the last seven days, of services that the caller may read. */
  lastWeek: Record<GateOutcome, number> & { brokenGlass: number };
}

/** `GET /gates` */
export interface GatesResponse {
  asOf: number;
  gates: GateSummary[];
}

/** What `GET /decisions` may be asked for. */
export interface DecisionsOptions {
  gate?: string;
  /** Entity ref. */
  service?: string;
  outcome?: GateOutcome;
  /** Only those that went past the gate. */
  brokenGlass?: boolean;
  cursor?: string;
}

/** One line of the log of decisions. */
export type DecisionSummary = Pick<
  GateDecision,
  | 'gate'
  | 'title'
  | 'entityRef'
  | 'point'
  | 'environment'
  | 'commit'
  | 'at'
  | 'outcome'
  | 'because'
  | 'breakGlass'
  | 'owner'
> & { id: string };

/** `GET /decisions` */
export interface DecisionsResponse {
  asOf: number;
  /** Newest first. */
  decisions: DecisionSummary[];
  nextCursor?: string;
}

/** `GET /decisions/:id` */
export interface DecisionResponse {
  decision: GateDecision;
  /** Whether the caller may review a broken glass. */
  mayReview: boolean;
}

/** `POST /decisions/:id/review` */
export interface ReviewRequest {
  remarks: string;
}

/** `POST /backtests`, `GET /backtests/:id` */
export interface BacktestResponse {
  id: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  requestedAt: number;
  /** Services looked at, of all. */
  progress: { done: number; total: number };
  /** Why it failed. */
  because?: string;
  report?: BacktestReport;
}

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

/** Where a service stands, in words that change seldom. */
export interface ServiceStanding {
  entityRef: string;
  levels: { scorecard: string; level?: string; rank: number }[];
  /** The worst of its burdens. */
  state: 'good' | 'watch' | 'needs-work' | 'exempt' | 'unknown' | 'no-checks';
}

/** `GET /standings` */
export interface StandingsResponse {
  asOf: number;
  /** By entity ref. */
  standings: ServiceStanding[];
  nextCursor?: string;
}
