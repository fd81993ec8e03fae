import { CompiledCheck, Diagnostic } from '../CompiledPolicy';
import { didYouMean } from '../didYouMean';
import {
  CompiledExpression,
  PolicyEngine,
  RuleEnvironment,
} from '../PolicyEngine';
import { DocumentReader } from './DocumentReader';
import { describeIssues } from './describeIssues';
import { CheckSource, checkShape } from './scorecardShape';

/** What every check of a scorecard is compiled with. */
export interface CheckContext {
  engine: PolicyEngine;
  environment: RuleEnvironment;
  reader: DocumentReader;
  levels: readonly string[];
  defaultMode: 'enforce' | 'warn';
}

type Field = 'expression' | 'when';
type Path = (string | number)[];

type CheckResult =
  | { ok: true; check: CompiledCheck; cost: number }
  | { ok: false; faults: Diagnostic[] };

function compileField(source: string, path: Path, context: CheckContext) {
  const { engine, environment, reader } = context;
  const result = engine.compile(source, environment);
  if (result.ok) return { expression: result.expression, faults: [] };
  const faults = result.faults.map(({ offset, message }) =>
    reader.inText(path, offset, message),
  );
  return { expression: undefined, faults };
}

function levelFault(
  { level }: CheckSource,
  path: Path,
  { levels, reader }: CheckContext,
): Diagnostic[] {
  if (level === undefined || levels.includes(level)) return [];
  const near =
    didYouMean(level, levels) || ` (there are: ${levels.join(', ')})`;
  return [reader.atPath([...path, 'level'], `unknown level '${level}'${near}`)];
}

const costOf = (...parts: (CompiledExpression | undefined)[]) =>
  parts.reduce((sum, part) => sum + (part?.cost ?? 0), 0);

/** Reads and compiles one check, or says everything that is wrong with it. */
export function compileCheck(
  value: unknown,
  path: Path,
  context: CheckContext,
): CheckResult {
  const parsed = checkShape.safeParse(value);
  if (!parsed.success) {
    return {
      ok: false,
      faults: describeIssues(parsed.error.issues, context.reader, path),
    };
  }
  const source = parsed.data;
  const of = (field: Field) => [...path, field];
  const expression = compileField(source.expression, of('expression'), context);
  const when =
    source.when === undefined
      ? undefined
      : compileField(source.when, of('when'), context);
  const faults = [
    ...levelFault(source, path, context),
    ...expression.faults,
    ...(when?.faults ?? []),
  ];
  if (faults.length > 0 || !expression.expression) return { ok: false, faults };
  const program = { expression: expression.expression, when: when?.expression };
  const reads = [...program.expression.facts, ...(program.when?.facts ?? [])];
  return {
    ok: true,
    cost: costOf(program.expression, program.when),
    check: {
      id: source.id,
      title: source.title,
      burden: source.burden,
      expression: source.expression.trim(),
      ...(source.when !== undefined && { when: source.when.trim() }),
      mode: source.mode ?? context.defaultMode,
      severity: 'medium',
      weight: 1,
      onUnknown: 'fail',
      onError: 'fail',
      ...(source.level !== undefined && { level: source.level }),
      ...(source.remediation !== undefined && {
        remediation: source.remediation,
      }),
      facts: [...new Set(reads)],
      readsNow: program.expression.readsNow || program.when?.readsNow === true,
      program,
    },
  };
}
