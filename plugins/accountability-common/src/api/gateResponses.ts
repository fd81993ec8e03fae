import { FailurePolicy, GateDecision, GateOutcome } from '../policy/gates';
import { AskedMode, EnforcementPoint, Severity } from '../policy/modes';

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
