import { CompiledGateRule } from '../policy/CompiledPolicy';
import { DAY } from '../time';
import { GateInput } from './GateInput';
import { decideGate } from './decideGate';
import { exemptionStates } from './testing/exemptionStates';
import {
  checkOf,
  exemptionOf,
  factId,
  factOf,
  gateNow as now,
  gateOf,
  holdsAt,
  inputOf,
  never,
  ruleOf,
  scorecardOf,
} from './testing/gateKit';

// What the documents say, as tables; nothing of it is asked of the code.

/** What a rule comes to by what is measured, and by the age of the measurement. */
const results = {
  pass: { fresh: 'pass', old: 'unknown' },
  fail: { fresh: 'fail', old: 'unknown' },
  unknown: { fresh: 'unknown', old: 'unknown' },
  error: { fresh: 'error', old: 'error' },
  'not-applicable': { fresh: 'skip', old: 'skip' },
  'not-matched': { fresh: 'skip', old: 'skip' },
} as const;

/** From the greatest age on a fact is too old. */
const ages = {
  'just measured': { ageMs: 0, is: 'fresh' },
  'a moment below the greatest age': { ageMs: 2 * DAY - 1, is: 'fresh' },
  'of the greatest age': { ageMs: 2 * DAY, is: 'old' },
  'above the greatest age': { ageMs: 2 * DAY + 1, is: 'old' },
} as const;

/** The mode in force by the one that is written. */
const modes = {
  audit: { rule: { mode: 'audit' }, is: 'audit' },
  warn: { rule: { mode: 'warn' }, is: 'warn' },
  enforce: { rule: { mode: 'enforce' }, is: 'enforce' },
  'enforce from later': {
    rule: { mode: 'enforce', enforceFrom: now + 1 },
    is: 'warn',
    until: now + 1,
  },
  'enforce from now': {
    rule: { mode: 'enforce', enforceFrom: now },
    is: 'enforce',
  },
  off: { rule: { mode: 'off' }, is: 'off' },
} as const;

/** What counts as a fail does this by the mode. */
const failing = { audit: 'none', warn: 'warn', enforce: 'deny' } as const;

const counts = ['pass', 'warn', 'fail'] as const;
const policies = counts.flatMap(onUnknown =>
  counts.map(onError => ({ onUnknown, onError })),
);

const keysOf = <T extends object>(table: T) =>
  Object.keys(table).filter((key): key is keyof T & string => key in table);

const values = { pass: 0, fail: 7, unknown: undefined };

/** A gate of one rule that comes to this. */
function inputFor(
  result: keyof typeof results,
  age: keyof typeof ages,
  rule: Partial<CompiledGateRule>,
): GateInput {
  const check = {
    ...checkOf(),
    ...(result === 'error' && {
      program: { engine: 'opa', path: 'finance/tags' },
    }),
    ...(result === 'not-applicable' && {
      program: { expression: holdsAt(0), when: never },
    }),
  };
  const value =
    result === 'fail' || result === 'unknown' ? values[result] : values.pass;
  return inputOf({
    gate: gateOf([ruleOf({ ...rule, check })]),
    scorecards: [
      scorecardOf({
        checks: [check],
        ...(result === 'not-matched' && { match: { kind: 'API' } }),
      }),
    ],
    facts: new Map([
      [factId, factOf(value, { observedAt: now - ages[age].ageMs })],
    ]),
    answers: new Map([
      ['ready/clean', { status: 'error', because: 'It divided by zero.' }],
    ]),
  });
}

const cells = keysOf(results).flatMap(result =>
  keysOf(modes).flatMap(mode =>
    keysOf(ages).map(age => [result, mode, age] as const),
  ),
);

describe('a rule of a gate', () => {
  it.each(cells)('that is %s, %s, %s', (result, mode, age) => {
    for (const policy of policies) {
      for (const [name, { given, holds }] of Object.entries(exemptionStates)) {
        const { gate, ...input } = inputFor(result, age, modes[mode].rule);

        const verdict = decideGate({
          ...input,
          gate: {
            ...gate,
            failurePolicy: { ...policy, onEngineError: 'fail' },
          },
          exemptions: given ? [exemptionOf(given)] : [],
        });

        const wanted = wantedOf({ result, mode, age, policy, holds });
        expect([name, policy, verdict.outcome]).toEqual([
          name,
          policy,
          wanted.outcome,
        ]);
        expect(
          verdict.rules.map(
            ({ outcome, effect, countedAs, mode: inForce, enforceFrom }) => [
              outcome,
              effect,
              countedAs,
              inForce,
              enforceFrom,
            ],
          ),
        ).toEqual(wanted.rules);
      }
    }
  });
});

function wantedOf(given: {
  result: keyof typeof results;
  mode: keyof typeof modes;
  age: keyof typeof ages;
  policy: (typeof policies)[number];
  holds: boolean;
}) {
  const { result, age, policy, holds } = given;
  const mode = modes[given.mode];
  if (mode.is === 'off') return { outcome: 'allow', rules: [] };
  const found = results[result][ages[age].is];
  const excusable = ['fail', 'unknown', 'error'].includes(found);
  const outcome = excusable && holds ? 'exempt' : found;
  const byPolicy = {
    unknown: policy.onUnknown,
    error: policy.onError,
    fail: undefined,
    pass: undefined,
    skip: undefined,
    exempt: undefined,
  };
  const countedAs = mode.is === 'audit' ? undefined : byPolicy[outcome];
  const does = {
    pass: 'allow',
    skip: 'allow',
    exempt: 'allow',
    warn: 'warn',
    fail: failing[mode.is],
    unknown: 'never',
    error: 'never',
  };
  const effect = mode.is === 'audit' ? 'none' : does[countedAs ?? outcome];
  const until = 'until' in mode ? mode.until : undefined;
  return {
    outcome: effect === 'none' ? 'allow' : effect,
    rules: [[outcome, effect, countedAs, mode.is, until]],
  };
}
