import { Attribution } from './attribution';
import { Burden } from './burdens';
import { FactValue } from './facts';
import { AskedMode, Severity } from './policy/modes';

/** Outcomes of a check. Only `pass` and `warn`, `fail` and `exempt` are known; `not-applicable` is in no sum. */
export const checkStatuses = [
  'pass',
  'warn',
  'fail',
  'exempt',
  'unknown',
  'not-applicable',
] as const;

/** Outcome of a check for one service. */
export type CheckStatus = (typeof checkStatuses)[number];

/** One clause of a check's expression with the values it saw. */
export interface Clause {
  /** The clause as written, e.g. `reliability.change_fail_rate <= 0.15`. */
  text: string;
  outcome: 'true' | 'false' | 'unknown';
  /** Operands that are not constants, with their values as printed. */
  operands: { expression: string; value: string }[];
  /** Facts the clause reads. */
  facts: string[];
}

/** Where to read on. */
export interface CheckLink {
  title: string;
  url: string;
}

/** The outcome of one check for one service, with everything needed to contest it. */
export interface CheckResult {
  check: string;
  title: string;
  burden: Burden;
  status: CheckStatus;
  /** The mode in force at the instant. Only `enforce` holds back a level, and `audit` is in no sum. */
  mode: AskedMode;
  severity: Severity;
  /** Points a pass gives; 1 where the author says nothing. */
  weight: number;
  /** Level of the ladder that needs this check. */
  level?: string;
  /** One sentence that says why. */
  because: string;
  clauses: Clause[];
  /** Facts the expression reads. */
  facts: string[];
  /** Of an unknown: it could not be computed, although every fact is known. */
  error?: boolean;
  /** Why it need not pass for now; of `exempt` checks. */
  exemption?: { id: string; until: number };
  /** It will enforce from this instant on, and does not yet. */
  enforceFrom?: number;
  remediation?: string;
  /** Days of work that mending takes, by its author's reckoning. */
  effortDays?: number;
  links?: CheckLink[];
  /** A skill that an AI agent may use to mend it: an address or a name. */
  skill?: string;
  /** Since when the status is what it is; filled in by the assessment room, unknown to the engine. */
  since?: number;
}

/** Share of applicable checks with a known result, kept as its two numbers. */
export interface Coverage {
  known: number;
  applicable: number;
}

/** Weights of the counted checks of a scorecard. What is unknown or exempt is in neither `earned` nor `possible`. */
export interface Points {
  earned: number;
  possible: number;
}

/** Where a service stands on a scorecard's ladder. */
export interface LevelResult {
  /** Name of the level reached; absent where not even the first is. */
  name?: string;
  /** 0 for none, 1 for the first level, and so on. */
  rank: number;
  /** Names of the ladder, lowest first. */
  ladder: string[];
  /** Checks that stand between the service and the next level. */
  blockedBy: string[];
  since?: number;
}

/** One scorecard applied to one service. */
export interface ScorecardResult {
  scorecard: string;
  title: string;
  level: LevelResult;
  coverage: Coverage;
  points: Points;
  checks: CheckResult[];
}

/** State words of a burden, worst result first: a fail, a warn, only exempt ones not passing, under half known, all well. */
export type BurdenStatus =
  | 'needs-work'
  | 'watch'
  | 'exempt'
  | 'unknown'
  | 'good'
  | 'no-checks';

/** One burden of one service over all its scorecards. */
export interface BurdenResult {
  burden: Burden;
  status: BurdenStatus;
  coverage: Coverage;
  notPassing: number;
  /** The check that decides the state, and the fact it reads first. */
  decidedBy?: { check: string; scorecard: string; fact?: string };
  because: string;
}

/** Everything the engine says of one service at one instant. */
export interface Assessment {
  entityRef: string;
  at: number;
  /** Digest of the policy that judged. */
  policy: string;
  facts: FactValue[];
  attributions: Attribution[];
  scorecards: ScorecardResult[];
  burdens: BurdenResult[];
  coverage: Coverage;
  /** The next instant at which time alone could change this assessment. */
  nextDueAt?: number;
}
