import { createHash } from 'node:crypto';
import { CelInput, celEnv, isCelError, parse, plan, run } from '@bufbuild/cel';
import { Type } from '@bufbuild/cel-spec/cel/expr/checked_pb.js';
import { Value } from '@bufbuild/cel-spec/cel/expr/value_pb.js';
import {
  IncrementalTest,
  IncrementalTestSuite,
  getConformanceSuite,
} from '@bufbuild/cel-spec/testdata/tests.js';
import { createRegistry } from '@bufbuild/protobuf';
import {
  DurationSchema,
  TimestampSchema,
  anyUnpack,
} from '@bufbuild/protobuf/wkt';
import { Node, asCall, childrenOf } from './syntax';

/**
 * The scorecard profile: every test of the specification that speaks of bool,
 * int, double, string, list, map, timestamp and duration alone, in its
 * expression, its bindings, its declarations and its result. Outside are:
 * - tests of types that no fact has: unsigned numbers, bytes, null, type
 *   values, messages and enums, which the checker refuses;
 * - tests that only deduce a type, since we have a checker of our own;
 * - what the library does not speak: macros with two variables (`macros2`),
 *   field names in backquotes, optional values, `cel.bind`, `cel.block`, and the
 *   extensions for encoders, mathematics and strings.
 */
const suites = [
  'basic',
  'comparisons',
  'conversions',
  'fields',
  'fp_math',
  'integer_math',
  'lists',
  'logic',
  'macros',
  'namespace',
  'parse',
  'plumbing',
  'string',
  'timestamps',
];

const registry = createRegistry(TimestampSchema, DurationSchema);

/** Undefined where the value is of a type outside of the profile. */
function inputOf({ kind }: Value): CelInput | undefined {
  switch (kind.case) {
    case 'boolValue':
    case 'int64Value':
    case 'doubleValue':
    case 'stringValue':
      return kind.value;
    case 'listValue': {
      const items = kind.value.values.map(inputOf);
      const known = items.filter(item => item !== undefined);
      return known.length === items.length ? known : undefined;
    }
    case 'mapValue': {
      const map = new Map<string | bigint | boolean, CelInput>();
      for (const { key, value } of kind.value.entries) {
        const name = key && inputOf(key);
        const held = value && inputOf(value);
        if (held === undefined) return undefined;
        if (typeof name !== 'string' && typeof name !== 'bigint') {
          if (typeof name !== 'boolean') return undefined;
        }
        map.set(name, held);
      }
      return map;
    }
    case 'objectValue':
      return anyUnpack(kind.value, registry);
    default:
      return undefined;
  }
}

/** Names of types and functions outside of the profile. */
const foreign = [
  ...['uint', 'bytes', 'type', 'null_type', 'google', 'proto', 'optional'],
  ...['int', 'double', 'bool', 'string', 'list', 'map'],
];

function isForeign(node: Node): boolean {
  const { exprKind } = node;
  switch (exprKind.case) {
    case 'constExpr': {
      const kind = exprKind.value.constantKind.case ?? '';
      if (/^(uint64|bytes|null)Value$/.test(kind)) return true;
      break;
    }
    case 'identExpr':
      if (foreign.includes(exprKind.value.name)) return true;
      break;
    case 'structExpr':
      if (exprKind.value.messageName) return true;
      break;
    default:
  }
  const called = asCall(node)?.name ?? '';
  return (
    ['uint', 'bytes', 'type'].includes(called) ||
    childrenOf(node).some(isForeign)
  );
}

function isOfProfile({ typeKind }: Type): boolean {
  const within = (type?: Type) => type !== undefined && isOfProfile(type);
  switch (typeKind.case) {
    case 'primitive':
      // bool, int64, double, string
      return [1, 2, 4, 5].includes(typeKind.value);
    case 'wellKnown':
      // timestamp, duration
      return [2, 3].includes(typeKind.value);
    case 'listType':
      return within(typeKind.value.elemType);
    case 'mapType':
      return within(typeKind.value.keyType) && within(typeKind.value.valueType);
    default:
      return false;
  }
}

interface Test {
  name: string;
  test: IncrementalTest['original'];
}

const flatten = (suite: IncrementalTestSuite, path = suite.name): Test[] => [
  ...suite.tests.map(({ name, original }) => ({
    name: `${path}/${name}`,
    test: original,
  })),
  ...suite.suites.flatMap(each => flatten(each, `${path}/${each.name}`)),
];

function bindingsOf({ test }: Test): Record<string, CelInput> | undefined {
  const bindings: Record<string, CelInput> = {};
  for (const [name, { kind }] of Object.entries(test.bindings)) {
    const value = kind.case === 'value' ? inputOf(kind.value) : undefined;
    if (value === undefined) return undefined;
    bindings[name] = value;
  }
  return bindings;
}

function parses(expression: string) {
  try {
    return parse(expression);
  } catch {
    return undefined;
  }
}

function inProfile(given: Test): boolean {
  const { test, name } = given;
  if (test.checkOnly || name.includes('quoted_map_fields')) return false;
  const declared = test.typeEnv.every(
    ({ declKind }) =>
      declKind.case === 'ident' &&
      declKind.value.type !== undefined &&
      isOfProfile(declKind.value.type),
  );
  if (!declared || !bindingsOf(given)) return false;
  const parsed = parses(test.expr);
  if (parsed && isForeign(parsed.expr)) return false;
  const { resultMatcher: wanted } = test;
  if (wanted.case === 'value') return inputOf(wanted.value) !== undefined;
  return wanted.case === 'evalError' || wanted.case === undefined;
}

function behaves(given: Test): boolean {
  const { expr, container, resultMatcher: wanted } = given.test;
  const environment = celEnv({ namespace: container });
  const result = plan(environment, parse(expr))(bindingsOf(given) ?? {});
  if (wanted.case === 'evalError') return isCelError(result);
  if (isCelError(result)) return false;
  if (wanted.case !== 'value') return result === true;
  const expected = inputOf(wanted.value);
  if (Number.isNaN(expected)) return Number.isNaN(result);
  return (
    run('result == expected', { result, expected: expected ?? false }) === true
  );
}

describe('CEL as the pinned library speaks it', () => {
  const all = getConformanceSuite().suites.filter(({ name }) =>
    suites.includes(name),
  );
  const tests = all.flatMap(suite => flatten(suite)).filter(inProfile);

  it('is tested on a profile that neither shrinks nor changes unseen', () => {
    const names = tests.map(({ name }) => name);
    const digest = createHash('sha256').update(names.join()).digest('hex');

    expect(all.map(({ name }) => name)).toEqual(suites);
    expect(tests).toHaveLength(737);
    expect(digest).toBe(
      '7e1d7e4107e02651e09a977692fe33fd96c67bac516aaa8444b4100277610cd8',
    );
  });

  it('is as specified, without exception', () => {
    const failures = tests.filter(test => !behaves(test));

    expect(failures.map(({ name, test }) => `${name}: ${test.expr}`)).toEqual(
      [],
    );
  });
});
