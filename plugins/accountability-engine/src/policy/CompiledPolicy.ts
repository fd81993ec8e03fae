import { Burden } from 'backstage-plugin-accountability-common';
import type { FilterPredicate } from '@backstage/filter-predicates';
import type { CompiledExpression } from './PolicyEngine';

/** A fault found while loading policy, at its place in the file. */
export interface Diagnostic {
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** What is wrong and what to do about it. */
  message: string;
}

/** A check of a scorecard, its expression parsed and type-checked. */
export interface CompiledCheck {
  id: string;
  title: string;
  burden: Burden;
  /** CEL as written. */
  expression: string;
  /** CEL that says whether the check applies; absent means it does. */
  when?: string;
  mode: 'enforce' | 'warn';
  level?: string;
  remediation?: string;
  /** Facts that `expression` and `when` read. */
  facts: string[];
  /** True where `expression` or `when` reads `now`, so that time alone may change the outcome. */
  readsNow: boolean;
  /** What runs: not serialisable, compiled once for all services. */
  program: { expression: CompiledExpression; when?: CompiledExpression };
}

/** A scorecard whose every check compiled, or was left out with a diagnostic. */
export interface CompiledScorecard {
  name: string;
  title: string;
  /** Which entities it applies to; absent means all services. */
  match?: FilterPredicate;
  /** Names of the ladder, lowest first. */
  levels: string[];
  checks: CompiledCheck[];
}

/** All scorecards in force, with the digest that names this very policy. */
export interface CompiledPolicy {
  /** sha256 of the canonical documents, hex. */
  digest: string;
  scorecards: CompiledScorecard[];
  /** Faults of what was left out; one bad check never disables another. */
  diagnostics: Diagnostic[];
}

/** A policy file as read. */
export interface PolicyFile {
  name: string;
  text: string;
}
