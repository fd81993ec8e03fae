import { FactUnit, FactValue } from 'backstage-plugin-accountability-common';

/** What an expression may know of a fact before there is a value. */
export interface FactType {
  /** `<namespace>.<name>`. */
  id: string;
  unit: FactUnit;
}

/** The properties of a service that an expression may read as `service.<name>`. */
export interface ServiceVariables {
  kind: string;
  type?: string;
  lifecycle?: string;
  owner?: string;
  /** The entity as the catalog has it; only its title is read. */
  entity: Record<string, unknown>;
}

/** What a gate is asked with, as `request.<name>`. */
export interface RequestVariables {
  point: string;
  environment?: string;
  commit?: string;
  artifact?: string;
  labels: readonly string[];
}

/** What another engine said of one check. */
export interface EngineAnswer {
  status: 'pass' | 'fail' | 'unknown' | 'error';
  /** One sentence. */
  because: string;
}

/** Everything one evaluation depends on. */
export interface PolicyScope {
  /** By fact id. A fact that is not in it is unknown. */
  facts: ReadonlyMap<string, FactValue>;
  service: ServiceVariables;
  /** Epoch milliseconds. */
  now: number;
  /** Present at gates alone. */
  request?: RequestVariables;
  /** What other engines said, by `<scorecard>/<check>` or the id of a gate's own rule; they are asked before. */
  answers?: ReadonlyMap<string, EngineAnswer>;
}

/** A fault in an expression, at its place in the source. */
export interface ExpressionFault {
  /** UTF-16 offset into the source. */
  offset: number;
  /** What is wrong and what to do about it. */
  message: string;
}

/** What one clause came to; `trouble` says why it is unknown although every fact it reads is known. */
export type ClauseOutcome =
  | { outcome: 'true' }
  | { outcome: 'false' }
  | { outcome: 'unknown'; trouble: string };

/** A value that a clause saw, with what is needed to print it. */
export interface OperandReading {
  /** As written. */
  expression: string;
  /** Absent where it could not be computed. */
  value?: boolean | number | string;
  /** Unit of the fact, where the operand is one or is compared with one. */
  unit?: FactUnit;
}

/** A comparison of one thing with a constant, which can be told in words. */
export interface Limit {
  operator: '<' | '<=' | '>' | '>=' | '==' | '!=';
  bound: boolean | number | string;
}

/** One of the conditions that must all hold. */
export interface CompiledClause {
  /** As written, on one line. */
  text: string;
  /** Facts it reads, in order of appearance. */
  facts: readonly string[];
  /** Present where the clause is `<operand> <operator> <constant>` or a bare boolean. */
  limit?: Limit;
  evaluate(scope: PolicyScope): ClauseOutcome;
  /** Values of the operands that are not constants. */
  read(scope: PolicyScope): OperandReading[];
}

/** An expression that will never meet a value of a type it cannot handle. */
export interface CompiledExpression {
  /** The conditions joined by a top-level "and"; at least one. */
  clauses: readonly CompiledClause[];
  /** Facts it reads, in order of appearance. */
  facts: readonly string[];
  /** True where the passing of time alone may change the outcome. */
  readsNow: boolean;
  /** Upper bound of evaluation steps. */
  cost: number;
}

/** An expression ready to run, or every fault found in it. */
export type CompileResult =
  | { ok: true; expression: CompiledExpression }
  | { ok: false; faults: ExpressionFault[] };

/** A sentence that an author composes of values. */
export interface CompiledMessage {
  facts: readonly string[];
  /** Undefined where it cannot be composed. */
  compose(scope: PolicyScope): string | undefined;
}

/** A value that a scorecard gives a name. */
export interface Param {
  type: 'bool' | 'int' | 'double' | 'string' | 'list<string>';
  value: boolean | number | string | readonly string[];
}

/** What a rule may read. */
export interface RuleEnvironment {
  facts: readonly FactType[];
  /** Read as `params.<name>`. */
  params?: ReadonlyMap<string, Param>;
  /** Named expressions of the scorecard as written, read as `variables.<name>`; each may read those before it. */
  variables?: ReadonlyMap<string, string>;
  /** Whether `request.<name>` may be read: rules of gates alone. */
  request?: boolean;
}

/** Turns the text of a rule into something that can be asked. Pure and synchronous. */
export interface PolicyEngine {
  /** The language, for example `cel`. */
  id: string;
  /** Of the engine, as it stands in decisions. */
  version: string;
  compile(source: string, environment: RuleEnvironment): CompileResult;
}
