import { isCelError, plan } from '@bufbuild/cel';
import {
  CompileResult,
  CompiledMessage,
  PolicyEngine,
  Refusal,
  RuleEnvironment,
} from '../PolicyEngine';
import { bindScope } from './bindScope';
import { CheckedExpression, checkExpression } from './checkExpression';
import { compileClause, splitClauses } from './compileClause';
import { environment as standard } from './environment';
import { joinTypes, BOOL, CelStaticType, STRING, typeName } from './types';

/** Characters of a message; more is cut off. */
const MAX_MESSAGE = 500;

type Result =
  | { ok: true; checked: CheckedExpression }
  | ({ ok: false } & Refusal);

function compileAs(
  source: string,
  environment: RuleEnvironment,
  wanted: { type: CelStaticType; hint: string },
): Result {
  const result = checkExpression(source, environment);
  if (!result.ok || joinTypes(result.checked.type, wanted.type)) return result;
  const { type } = result.checked;
  const message = `the expression gives ${typeName(type)}, not ${typeName(
    wanted.type,
  )} (${wanted.hint})`;
  return { ok: false, faults: [{ offset: 0, message }], brokenBy: [] };
}

function compile(source: string, environment: RuleEnvironment): CompileResult {
  const hint = 'compare it with something';
  const result = compileAs(source, environment, { type: BOOL, hint });
  if (!result.ok) return result;
  const { checked } = result;
  const { facts, readsNow, cost } = checked;
  const clauses = splitClauses(checked).map(node =>
    compileClause(node, checked),
  );
  return { ok: true, expression: { clauses, facts, readsNow, cost } };
}

function checkVariable(
  source: string,
  environment: RuleEnvironment,
): Refusal | undefined {
  const result = checkExpression(source, environment);
  return result.ok ? undefined : result;
}

function compileMessage(
  source: string,
  environment: RuleEnvironment,
): { ok: true; message: CompiledMessage } | ({ ok: false } & Refusal) {
  const hint = 'convert its parts: "it is " + string(x)';
  const result = compileAs(source, environment, { type: STRING, hint });
  if (!result.ok) return result;
  const { root, facts, cost, references } = result.checked;
  const run = plan(standard, root);
  const message: CompiledMessage = {
    facts,
    cost,
    compose(scope) {
      const value = run(bindScope(references, scope));
      if (isCelError(value) || typeof value !== 'string') return undefined;
      return value.trim().slice(0, MAX_MESSAGE) || undefined;
    },
  };
  return { ok: true, message };
}

/** CEL within the subset that scorecards need, fully type-checked before it runs. */
export const celEngine: PolicyEngine = {
  id: 'cel',
  // Of @bufbuild/cel, which is pinned.
  version: '0.6.1',
  compile,
  checkVariable,
  compileMessage,
};
