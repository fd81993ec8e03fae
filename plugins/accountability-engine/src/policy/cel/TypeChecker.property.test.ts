import fc from 'fast-check';
import { PolicyScope } from '../PolicyEngine';
import { sampleFacts, scopeOf } from '../testing/policyKit';
import { celEngine } from './celEngine';

const leaf = fc.constantFrom(
  'reliability.change_fail_rate',
  'reliability.incidents',
  'ownership.owner_resolves',
  'service.type',
  'service.title',
  'now',
  'true',
  '0',
  '1',
  '-2',
  '1.5',
  '"a"',
  '"1"',
  '[]',
  '[1, 2]',
  '["a", "b"]',
  '{"a": 1}',
  'days(1)',
  'duration("1h")',
  'timestamp("2026-01-01T00:00:00Z")',
  'has(reliability.incidents)',
  'has(service.title)',
);

const operators = [
  ...['&&', '||', '==', '!=', '<', '<=', '>', '>='],
  ...['+', '-', '*', '/', '%', 'in'],
];
const functions = ['size', 'int', 'double', 'string', 'days', 'duration'];
const methods = ['contains', 'startsWith', 'endsWith', 'size'];

/** Mostly nonsense: what the checker lets through is the interesting part. */
const { expression } = fc.letrec<{ expression: string }>(tie => {
  const part = tie('expression');
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc
        .tuple(part, fc.constantFrom(...operators), part)
        .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
      part.map(a => `!${a}`),
      fc.tuple(part, part, part).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
      fc.tuple(part, part).map(([a, b]) => `[${a}, ${b}]`),
      fc.tuple(part, part).map(([a, b]) => `${a}[${b}]`),
      fc
        .tuple(fc.constantFrom(...functions), part)
        .map(([name, a]) => `${name}(${a})`),
      fc
        .tuple(part, fc.constantFrom(...methods), part)
        .map(([a, name, b]) => `${a}.${name}(${b})`),
      fc
        .tuple(
          part,
          fc.constantFrom('all', 'exists', 'exists_one', 'map', 'filter'),
          fc.constantFrom('x', 'x == 1', 'x + x', 'x < 2', 'x == "a"'),
        )
        .map(([a, name, body]) => `${a}.${name}(x, ${body})`),
    ),
  };
});

const value = fc.option(fc.oneof(fc.double(), fc.constantFrom(0, 1, -1)), {
  nil: undefined,
});

const scope: fc.Arbitrary<PolicyScope> = fc
  .record({
    rate: value,
    incidents: value,
    resolves: fc.constantFrom(true, false, undefined),
    type: fc.constantFrom('a', '1', undefined),
  })
  .map(({ rate, incidents, resolves, type }) =>
    scopeOf(
      {
        'reliability.change_fail_rate': rate,
        'reliability.incidents': incidents,
        'ownership.owner_resolves': resolves,
      },
      { type },
    ),
  );

const typeError = /overload|type mismatch|not a boolean|Cannot read/;

it('what the checker accepts never meets a type error, whatever is known', () => {
  let accepted = 0;

  fc.assert(
    fc.property(expression, scope, (source, given) => {
      for (const candidate of [source, `(${source}) == (${source})`]) {
        const result = celEngine.compile(candidate, { facts: sampleFacts });
        if (!result.ok) continue;
        accepted += 1;
        for (const clause of result.expression.clauses) {
          const outcome = clause.evaluate(given);
          const trouble =
            outcome.outcome === 'unknown' ? outcome.trouble : undefined;
          expect(trouble ?? '').not.toMatch(typeError);
          clause.read(given);
        }
      }
    }),
    { numRuns: 3000 },
  );

  expect(accepted).toBeGreaterThan(300);
});
