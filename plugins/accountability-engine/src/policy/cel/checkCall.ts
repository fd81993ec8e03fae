import { didYouMean } from '../didYouMean';
import type { TypeChecker } from './TypeChecker';
import { literalFault } from './literalFault';
import {
  functionNames,
  isCalendar,
  isFunction,
  methodNames,
  resultOf,
} from './overloads';
import { promoteToDouble } from './promoteToDouble';
import { Node, asCall, operatorName } from './syntax';
import {
  ANY,
  BOOL,
  CelStaticType,
  DOUBLE,
  INT,
  joinTypes,
  typeName,
} from './types';

type Locals = ReadonlyMap<string, CelStaticType>;

const isOperator = (name: string) => !/^[a-z]/i.test(name);

/** Whole numbers as written become doubles where another operand is one, or where only that fits. */
function promote(name: string, args: Node[], types: CelStaticType[]): void {
  const wanted =
    types.some(type => type.kind === 'double') ||
    (isFunction(name) && !resultOf(name, types));
  if (!wanted) return;
  types.forEach((type, index) => {
    if (type.kind === 'int' && promoteToDouble(args[index])) {
      types[index] = DOUBLE;
    }
  });
}

function mismatchHint(name: string, types: readonly CelStaticType[]): string {
  if (name === '_%_') {
    return ' (a remainder needs whole numbers: int(x) % 2)';
  }
  const kinds = types.map(type => type.kind);
  if (kinds.includes('double') && kinds.includes('int')) {
    return ' (write the number as 1.0 or convert with double())';
  }
  if (kinds.includes('timestamp') && kinds.includes('duration')) {
    return " (compare an age: now - x > duration('24h'))";
  }
  if (
    kinds.includes('string') &&
    kinds.some(kind => kind === 'double' || kind === 'int')
  ) {
    return ' (write the number without quotes)';
  }
  if (kinds.includes('bool') && kinds.length === 2) {
    return ' (compare a boolean with true or false, or use it alone)';
  }
  return '';
}

function mismatch(name: string, types: readonly CelStaticType[]): string {
  const what = isOperator(name)
    ? `operator '${operatorName(name)}'`
    : `${name}()`;
  const given = types.map(typeName).join(' and ') || 'nothing';
  return `${what} not defined for ${given}${mismatchHint(name, types)}`;
}

/** An empty map has keys of any type; CEL has not. */
const isKey = ({ kind }: CelStaticType) =>
  ['any', 'bool', 'int', 'string'].includes(kind);

function equality([left, right]: CelStaticType[]): CelStaticType | undefined {
  return joinTypes(left, right) && BOOL;
}

function membership(
  args: Node[],
  types: CelStaticType[],
): CelStaticType | undefined {
  const [needle, stack] = types;
  if (stack.kind === 'any') return BOOL;
  if (stack.kind === 'map') {
    return isKey(needle) && joinTypes(needle, stack.key) ? BOOL : undefined;
  }
  if (stack.kind !== 'list') return undefined;
  if (joinTypes(needle, stack.element)) return BOOL;
  const list = args[1].exprKind;
  const mixes = needle.kind === 'double' && stack.element.kind === 'int';
  if (mixes && list.case === 'listExpr') {
    return list.value.elements.map(promoteToDouble).every(Boolean)
      ? BOOL
      : undefined;
  }
  const whole = needle.kind === 'int' && stack.element.kind === 'double';
  return whole && promoteToDouble(args[0]) ? BOOL : undefined;
}

function indexing([holder, key]: CelStaticType[]): CelStaticType | undefined {
  if (holder.kind === 'any') return ANY;
  if (holder.kind === 'list') return joinTypes(key, INT) && holder.element;
  if (holder.kind === 'map' && isKey(key)) {
    return joinTypes(key, holder.key) && holder.value;
  }
  return undefined;
}

function concatenation([left, right]: CelStaticType[]):
  | CelStaticType
  | undefined {
  const lists = left.kind === 'list' && right.kind === 'list';
  return lists ? joinTypes(left, right) : undefined;
}

function resultType(name: string, args: Node[], types: CelStaticType[]) {
  if (name === '_==_' || name === '_!=_') return equality(types);
  if (name === '@in') return membership(args, types);
  if (name === '_[_]') return indexing(types);
  const result =
    (name === '_+_' && concatenation(types)) || resultOf(name, types);
  // What is at fault may be anything; of its sum no more is known.
  const open = types.some(({ kind }) => kind === 'any');
  return result && open && isOperator(name) && result.kind !== 'bool'
    ? ANY
    : result;
}

const macros = ['all', 'exists', 'exists_one', 'map', 'filter'];

/** Names that other dialects of CEL have, and what to write instead. */
const elsewhere: Readonly<Record<string, string | undefined>> = {
  bind: 'cel.bind is not available here (give the value a name in spec.variables)',
  orValue: 'optional values are not available here (write has(x) ? x : y)',
  dyn: 'dyn() is not available here (every value has a type)',
  type: 'type() is not available here (every value has a type)',
};

function formFault(name: string, node: Node): string | undefined {
  if (isOperator(name) || node.exprKind.case !== 'callExpr') return undefined;
  const { target, args } = node.exprKind.value;
  if (!isFunction(name)) {
    if (macros.includes(name)) {
      return `${name}() takes a variable and what is asked of it (write list.${name}(x, x > 1))`;
    }
    if (name === 'has') {
      return 'has() takes a fact or a property (write has(reliability.incidents))';
    }
    const other = Object.hasOwn(elsewhere, name) ? elsewhere[name] : undefined;
    return (
      other ?? `unknown function '${name}'${didYouMean(name, functionNames)}`
    );
  }
  if (target !== undefined && !methodNames.includes(name)) {
    return `'${name}' is not a method (write ${name}(x))`;
  }
  if (target === undefined && methodNames.includes(name) && name !== 'size') {
    const rest = isCalendar(name) || args.length < 2 ? '' : 'y';
    return `'${name}' is a method (write x.${name}(${rest}))`;
  }
  return undefined;
}

const generic = ['_==_', '_!=_', '@in', '_[_]', '_?:_', '_?_:_'];

/** The type of an operator, function or method call; ANY where a fault was noted. */
export function checkCall(
  checker: TypeChecker,
  node: Node,
  locals: Locals,
): CelStaticType {
  const call = asCall(node);
  if (!call) return ANY;
  const { name, args } = call;
  if (name === '_?_:_') {
    const condition = checker.typeOf(args[0], locals);
    if (!joinTypes(condition, BOOL)) {
      checker.fault(
        args[0],
        `the condition has to be bool, not ${typeName(condition)}`,
      );
    }
    return checker.common(node, args.slice(1), locals);
  }
  const form = formFault(name, node);
  if (form) return checker.fault(node, form);
  const before = checker.faults.length;
  const types = args.map(arg => checker.typeOf(arg, locals));
  const faulty = checker.faults.length > before;
  if (!generic.includes(name) && !isFunction(name)) {
    return checker.fault(node, `'${operatorName(name)}' is not available here`);
  }
  promote(name, args, types);
  const result = resultType(name, args, types);
  if (!result) return faulty ? ANY : checker.fault(node, mismatch(name, types));
  const literal = literalFault(node);
  return literal ? checker.fault(node, literal) : result;
}
