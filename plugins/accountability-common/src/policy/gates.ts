import { Clause } from '../assessment';
import { FactData, FactUnit, UnknownReason } from '../facts';
import { AskedMode, CountedAs, EnforcementPoint, Severity } from './modes';

/** What one rule came to at a gate. `skip`: it does not apply. */
export type RuleOutcome =
  | 'pass'
  | 'fail'
  | 'unknown'
  | 'error'
  | 'skip'
  | 'exempt';

/** What one rule does to a decision. `none`: it is only written down. */
export type RuleEffect = 'none' | 'allow' | 'warn' | 'deny';

/** What a gate says. `warn` lets pass, and says what will not pass for ever. */
export type GateOutcome = 'allow' | 'warn' | 'deny';

/** One rule of a gate in one decision, with everything needed to contest it. */
export interface GateRuleResult {
  /** `<scorecard>/<check>`, or the id of a rule that is the gate's own. */
  rule: string;
  title: string;
  severity: Severity;
  /** Mode in force at this gate, point and instant. */
  mode: AskedMode;
  outcome: RuleOutcome;
  effect: RuleEffect;
  /** What an unknown or an error was counted as, by the policy. */
  countedAs?: CountedAs;
  /** One sentence. */
  because: string;
  clauses: Clause[];
  facts: string[];
  exemption?: { id: string; until: number };
  /** The rule closes this gate from this instant on, and does not yet. */
  enforceFrom?: number;
  remediation?: string;
}

/** A fact that a decision read, with its age. */
export interface GateFact {
  fact: string;
  unit?: FactUnit;
  status: 'known' | 'unknown';
  value?: FactData;
  reason?: UnknownReason;
  because: string;
  /** When it was measured; epoch milliseconds. */
  observedAt: number;
  ageMs: number;
  /** From this age on it counts as unknown. */
  maxAgeMs: number;
}

/** What a gate does where it cannot tell. */
export interface FailurePolicy {
  /** A fact is missing or too old. */
  onUnknown: CountedAs;
  /** A rule could not be computed. */
  onError: CountedAs;
  /** No rule could be asked at all: no policy, no facts, no engine. */
  onEngineError: CountedAs;
}

/** A gate gone past by decision of somebody who may. */
export interface BreakGlass {
  reason: string;
  /** Entity ref of the group that let the caller do it. */
  group: string;
  /** By when it is to be reviewed; epoch milliseconds. */
  reviewBy: number;
  reviewed?: { at: number; by: string; remarks?: string };
}

/** What a gate is asked. */
export interface GateQuestion {
  /** Entity ref of the service. */
  entityRef: string;
  /** Where the question comes from; `deploy` without it. */
  point?: EnforcementPoint;
  environment?: string;
  commit?: string;
  artifact?: string;
  /** Free words that rules of the gate may read as `request.labels`; at most 20. */
  labels?: string[];
}

/** `POST /gates/:gate/decisions` */
export interface GateRequest extends GateQuestion {
  /** The same key at the same gate gives the same decision, for a day. */
  idempotencyKey?: string;
  /** Goes past the gate, once. */
  breakGlass?: { reason: string };
  /** Says what the decision would be, and writes none down. */
  dryRun?: boolean;
}

/** A decision of a gate: why, on what, and by which policy. */
export interface GateDecision extends GateQuestion {
  /** Absent for a dry run. */
  id?: string;
  gate: string;
  title: string;
  point: EnforcementPoint;
  /** Epoch milliseconds. */
  at: number;
  outcome: GateOutcome;
  /** One sentence. */
  because: string;
  /** Those that deny first, then those that warn, then the others. */
  rules: GateRuleResult[];
  facts: GateFact[];
  failurePolicy: FailurePolicy;
  /** Why no rule could be asked. */
  engineError?: string;
  breakGlass?: BreakGlass;
  /** Owner of the service then. */
  owner?: string;
  /** Digest of the policy. */
  policy: string;
  /** Engines that were asked, with their versions. */
  engines: { id: string; version: string }[];
  /** sha256 over the question, the rules, the facts and the policy, hex. */
  evidence: string;
  /** True where an earlier decision under the same key is given again. */
  repeated: boolean;
  dryRun: boolean;
  /** JSON pointers of what was erased by configuration before it was kept; the evidence is that of the whole. */
  erased?: string[];
}
