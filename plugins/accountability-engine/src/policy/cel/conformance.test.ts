import { CelInput, isCelError, run } from '@bufbuild/cel';
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

/** The parts of the specification's own tests that speak of what scorecards use. */
const suites = [
  'basic',
  'comparisons',
  'conversions',
  'fp_math',
  'integer_math',
  'lists',
  'logic',
  'macros',
  'parse',
  'plumbing',
  'string',
  'timestamps',
];

/** Types that scorecards do not have: unsigned numbers, bytes, null, dyn, type values, messages. */
const outside =
  /\d[uU]\b|\buint\(|\b[rR]?[bB][rR]?['"]|\bbytes\b|\bnull\b|\bdyn\b|\btype\(|google\.|\{[a-z_]+:|TestAllTypes|\?\.|\[\?|optional/;

const registry = createRegistry(TimestampSchema, DurationSchema);

/** Undefined where the value is of a type outside of the profile. */
function inputOf({ kind }: Value): CelInput | undefined {
  switch (kind.case) {
    case 'boolValue':
    case 'int64Value':
    case 'doubleValue':
    case 'stringValue':
      return kind.value;
    case 'listValue':
      return kind.value.values.map(item => inputOf(item) ?? '?');
    case 'objectValue':
      return anyUnpack(kind.value, registry);
    default:
      return undefined;
  }
}

const flatten = (suite: IncrementalTestSuite): IncrementalTest[] => [
  ...suite.tests,
  ...suite.suites.flatMap(flatten),
];

function inProfile({ original }: IncrementalTest): boolean {
  const { resultMatcher: wanted, expr, typeEnv, container } = original;
  if (original.checkOnly || typeEnv.length > 0 || container) return false;
  if (Object.keys(original.bindings).length > 0 || outside.test(expr))
    return false;
  if (wanted.case === 'value') return inputOf(wanted.value) !== undefined;
  return wanted.case === 'evalError' || wanted.case === undefined;
}

function behaves({ original }: IncrementalTest): boolean {
  const result = run(original.expr);
  const wanted = original.resultMatcher;
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
  const tests = all.flatMap(flatten).filter(inProfile);

  it('is tested on a profile that does not shrink unseen', () => {
    expect(all.map(({ name }) => name)).toEqual(suites);
    expect(tests).toHaveLength(613);
  });

  it('is as specified, without exception', () => {
    const failures = tests.filter(test => !behaves(test));

    expect(failures.map(({ original }) => original.expr)).toEqual([]);
  });
});
