import {
  Burden,
  CheckLink,
  CheckMode,
  CountedAs,
  EnforcementPoint,
  FailurePolicy,
  PolicyDocumentStatus,
  PolicyFault,
  Severity,
} from 'backstage-plugin-accountability-common';
import type { FilterPredicate } from '@backstage/filter-predicates';
import type { CompiledExpression, CompiledMessage } from './PolicyEngine';

/** A fault found while loading policy, at its place in the file. */
export type Diagnostic = PolicyFault;

/** A rule that another engine is asked; see `PolicyScope.answers`. */
export interface AskedRule {
  /** Id of the engine, for example `opa`. */
  engine: string;
  /** What to ask there, in the engine's own words; of a lost rule why it is lost (see `missingEngine`). */
  path: string;
  /** Expression and its clauses are not known here; only whether the check applies may be. */
  when?: CompiledExpression;
}

/** What runs here: not serialisable, compiled once for all services. */
export interface CompiledProgram {
  expression: CompiledExpression;
  when?: CompiledExpression;
  /** Gives the author's own sentence where the check does not pass. */
  message?: CompiledMessage;
}

/** A check of a scorecard, its expression parsed and type-checked. */
export interface CompiledCheck {
  id: string;
  title: string;
  burden: Burden;
  /** CEL as written; the path of a rule that another engine is asked. */
  expression: string;
  /** CEL that says whether the check applies; absent means it does. */
  when?: string;
  /** As written; see `modeAt` for the one in force. */
  mode: CheckMode;
  /** An `enforce` is a `warn` before this instant; epoch milliseconds. */
  enforceFrom?: number;
  severity: Severity;
  weight: number;
  level?: string;
  /** What an unknown counts as at a gate that says nothing else. */
  onUnknown: CountedAs;
  /** What an error counts as at a gate that says nothing else. */
  onError: CountedAs;
  remediation?: string;
  effortDays?: number;
  /** Id of a fact in seconds: what it costs that the check does not pass. */
  cost?: string;
  links?: CheckLink[];
  skill?: string;
  /** Facts that `expression`, `when` and the message read. */
  facts: string[];
  /** True where `expression` or `when` reads `now`, so that time alone may change the outcome. */
  readsNow: boolean;
  program: CompiledProgram | AskedRule;
}

/** What a level needs besides the checks that name it. */
export interface LevelRequirement {
  /** Name of the level. */
  level: string;
  /** Every enforced check of these burdens has to pass. */
  burdens?: Burden[];
  /** Share of the points, 0 to 1, that has to be earned. */
  minScore?: number;
  /** No enforced check of these severities may fail or be unknown. */
  noFail?: Severity[];
}

/** A scorecard whose every check compiled, or was left out with a diagnostic. */
export interface CompiledScorecard {
  name: string;
  title: string;
  description?: string;
  /** Entity ref of the group that answers for it. */
  owner?: string;
  /** Which entities it applies to; absent means all services. */
  match?: FilterPredicate;
  /** What has to hold of a service besides; each with its name. */
  conditions: { name: string; expression: CompiledExpression }[];
  /** Names of the ladder, lowest first. */
  levels: string[];
  requirements: LevelRequirement[];
  checks: CompiledCheck[];
  /** A draft judges nobody; it can be run over the past. */
  draft: boolean;
  /** It judges nobody before this instant; epoch milliseconds. */
  effectiveFrom?: number;
}

/** One rule of a gate: a check of a scorecard, or one of the gate's own. One at fault stays, see `missingEngine`. */
export interface CompiledGateRule {
  /** `<scorecard>/<check>`, or the id of the gate's own rule. */
  rule: string;
  /** Absent for a rule of the gate's own. */
  scorecard?: string;
  check: CompiledCheck;
  mode: CheckMode;
  /** Other modes at some points. */
  modeAt: Partial<Record<EnforcementPoint, CheckMode>>;
  enforceFrom?: number;
  /** Settled when it is compiled: the rule's, else the gate's, else the check's. */
  onUnknown?: CountedAs;
  /** Likewise. */
  onError?: CountedAs;
}

/** A gate of the policy. */
export interface CompiledGate {
  name: string;
  title: string;
  description?: string;
  owner?: string;
  /** Where it may be asked from. */
  points: EnforcementPoint[];
  rules: CompiledGateRule[];
  failurePolicy: FailurePolicy;
  /** Facts that were measured longer ago count as unknown; milliseconds. */
  maxAgeMs: number;
  /** Groups whose members may go past it once, and within what time that is to be reviewed. */
  breakGlass?: { groups: string[]; reviewWithinMs: number };
}

/** All scorecards and gates that were read, with the digest that names this very policy. */
export interface CompiledPolicy {
  /** sha256 of the canonical documents, hex. */
  digest: string;
  scorecards: CompiledScorecard[];
  gates: CompiledGate[];
  /** Every document with its rules, in the order of the files; `kept` and `scheduled` are the loader's to say. */
  documents: PolicyDocumentStatus[];
  /** Faults of what was left out; one bad check never disables another. */
  diagnostics: Diagnostic[];
}

/** A policy file as read. */
export interface PolicyFile {
  name: string;
  text: string;
}
