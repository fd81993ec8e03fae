import { FactReading, FactUnit } from 'backstage-plugin-accountability-common';

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
  /** Entity ref; that of the entity without it. */
  system?: string;
  /** The entity as the catalog has it. */
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
  facts: ReadonlyMap<string, FactReading>;
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

/** What a clause came to. */
export type ClauseOutcome =
  | { outcome: 'true' }
  | { outcome: 'false' }
  | {
      outcome: 'unknown';
      /** Why, one sentence each without the dot. */
      because: string[];
      /** True where everything it reads is known and it could not be computed all the same. */
      error: boolean;
    };

/** A value that a clause saw, with what is needed to print it. */
export interface OperandReading {
  /** As written. */
  expression: string;
  /** Absent where it could not be computed. */
  value?: boolean | number | string;
  /** Unit of the fact, where the operand is one or is compared with one. */
  unit?: FactUnit;
}

/** What one clause came to in a scope; what it saw is made out when it is asked for. */
export type EvaluatedClause = ClauseOutcome & {
  /** Values of the operands that are not constants. */
  read(): OperandReading[];
  /** Says in words what decided a known outcome, without the dot. */
  explain(): string;
};

/** One of the conditions that must all hold. */
export interface CompiledClause {
  /** As written, on one line. */
  text: string;
  /** Facts it reads, in order of appearance. */
  facts: readonly string[];
  /** Operands that are not constants, as written; `read` gives their values in this order. */
  operands: readonly string[];
  evaluate(scope: PolicyScope): EvaluatedClause;
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
  | ({ ok: false } & Refusal);

/** Why an expression cannot be run. */
export interface Refusal {
  faults: ExpressionFault[];
  /** What it reads that is at fault itself, such as `variables.x`; that is told where it stands. */
  brokenBy: string[];
}

/** A sentence that an author composes of values. */
export interface CompiledMessage {
  facts: readonly string[];
  /** Upper bound of evaluation steps. */
  cost: number;
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
  /** What is at fault itself, such as `params.x`: reading it is refused, and not told again. */
  broken?: ReadonlySet<string>;
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
  /** What is wrong with the expression of a variable, which may be of any type; nothing is well. */
  checkVariable(
    source: string,
    environment: RuleEnvironment,
  ): Refusal | undefined;
  compileMessage(
    source: string,
    environment: RuleEnvironment,
  ): { ok: true; message: CompiledMessage } | ({ ok: false } & Refusal);
}
