import { isCelList, isCelMap } from '@bufbuild/cel';
import { valueOfName } from './bindScope';
import { Expression } from './compileExpression';
import { Scope } from './Scope';
import { Node, callOf, nameOf, textOf } from './syntax';

type Step = string | number;

const MOST_KEYS = 12;

/** Keys that read like names of fields; others may be data of people. */
const FIELD = /^[a-z_$][\w.$-]{0,39}$/i;

/** Why an expression gave nothing, by names of fields and never by values: `alert.entity is not there (alert has: id, tags)`. */
export function describeAbsence(expression: Expression, scope: Scope): string {
  const { text, root } = expression;
  const steps = stepsOf(root);
  const whole = `the payload ${describe(scope.payload)}`;
  if (!steps) return `${text} gives nothing (${whole})`;
  const [name, ...rest] = steps;
  let value: unknown = valueOfName(String(name), scope);
  let walked = String(name);
  if (value === undefined) return `${text} is not there (${whole})`;
  for (const step of rest) {
    const next = entryOf(value, step);
    if (next === undefined) {
      return `${text} is not there (${walked} ${describe(value)})`;
    }
    value = next;
    walked += typeof step === 'number' ? `[${step}]` : `.${step}`;
  }
  return `${text} is empty`;
}

/** The way to a value where the expression is a plain path. */
function stepsOf(node: Node): Step[] | undefined {
  const name = nameOf(node);
  if (name !== undefined) return [name];
  const { exprKind } = node;
  if (exprKind.case === 'selectExpr') {
    const { operand, field, testOnly } = exprKind.value;
    const before = operand && !testOnly ? stepsOf(operand) : undefined;
    return before && [...before, field];
  }
  const call = callOf(node);
  if (call?.name !== '_[_]') return undefined;
  const before = stepsOf(call.args[0]);
  const key = textOf(call.args[1]) ?? indexOf(call.args[1]);
  return before && key !== undefined ? [...before, key] : undefined;
}

function indexOf({ exprKind }: Node): number | undefined {
  if (exprKind.case !== 'constExpr') return undefined;
  const { constantKind } = exprKind.value;
  return constantKind.case === 'int64Value'
    ? Number(constantKind.value)
    : undefined;
}

function entryOf(value: unknown, step: Step): unknown {
  if (value instanceof Map) return value.get(step);
  if (Array.isArray(value)) return value[Number(step)];
  if (isCelMap(value)) return value.get(step);
  if (!isCelList(value)) return undefined;
  // A list throws for a place that it has not, and for a name.
  const index = Number(step);
  const isThere = Number.isInteger(index) && index >= 0 && index < value.size;
  return isThere ? value.get(index) : undefined;
}

function describe(value: unknown): string {
  if (value === null) return 'is null';
  if (Array.isArray(value)) return `is a list of ${value.length}`;
  if (isCelList(value)) return `is a list of ${value.size}`;
  if (value instanceof Map || isCelMap(value)) return keysOf([...value.keys()]);
  return `is a ${typeof value}`;
}

function keysOf(keys: readonly unknown[]): string {
  if (keys.length === 0) return 'is an empty object';
  const named = keys
    .filter((key): key is string => typeof key === 'string' && FIELD.test(key))
    .slice(0, MOST_KEYS);
  const left = keys.length - named.length;
  return `has: ${[...named, ...(left > 0 ? [`${left} more`] : [])].join(', ')}`;
}
