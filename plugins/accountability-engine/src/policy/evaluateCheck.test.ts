import { evaluateCheck } from './evaluateCheck';
import { compileOne, scopeOf } from './testing/policyKit';

const A = 'reliability.incidents';
const B = 'reliability.change_fail_rate';
const truth = { true: 1, false: 0, unknown: undefined };
type Truth = keyof typeof truth;

const values: Truth[] = ['true', 'false', 'unknown'];
const pairs = values.flatMap(a => values.map(b => [a, b] as const));
const statuses = { true: 'pass', false: 'fail', unknown: 'unknown' };

const and = (a: Truth, b: Truth): Truth => {
  if (a === 'false' || b === 'false') return 'false';
  return a === 'true' && b === 'true' ? 'true' : 'unknown';
};
const not = (a: Truth): Truth =>
  (({ true: 'false', false: 'true', unknown: 'unknown' } as const)[a]);
const or = (a: Truth, b: Truth) => not(and(not(a), not(b)));

const outcomeOf = (expression: string, a: Truth, b: Truth) =>
  evaluateCheck(
    compileOne(expression),
    scopeOf({ [A]: truth[a], [B]: truth[b] }),
  ).status;

describe('unknown is a third truth value', () => {
  it.each(pairs)('%s and %s', (a, b) => {
    const wanted = statuses[and(a, b)];

    expect(outcomeOf(`${A} == 1 && ${B} == 1`, a, b)).toBe(wanted);
    expect(outcomeOf(`!(!(${A} == 1) || !(${B} == 1))`, a, b)).toBe(wanted);
    expect(outcomeOf(`[1.0].all(x, ${A} == x && ${B} == x)`, a, b)).toBe(
      wanted,
    );
  });

  it.each(pairs)('%s or %s', (a, b) => {
    expect(outcomeOf(`${A} == 1 || ${B} == 1`, a, b)).toBe(statuses[or(a, b)]);
  });

  it.each([
    ['has(reliability.incidents)', 'fail'],
    ['!has(reliability.incidents) || reliability.incidents < 3', 'pass'],
    ['has(reliability.incidents) ? reliability.incidents < 3 : true', 'pass'],
    ['reliability.incidents < 3 ? true : true', 'unknown'],
    ['reliability.incidents in [1, 2]', 'unknown'],
    ['reliability.incidents != 3', 'unknown'],
    ['reliability.incidents * 0 == 0', 'unknown'],
  ])('%s is %s where the fact is unknown', (expression, status) => {
    expect(evaluateCheck(compileOne(expression), scopeOf()).status).toBe(
      status,
    );
  });

  it.each([
    ['not a number', { [A]: Number.NaN }],
    ['infinite', { [A]: Number.POSITIVE_INFINITY }],
    ['of another type', { [A]: true }],
  ])('a value that is %s is unknown', (_, facts) => {
    expect(evaluateCheck(compileOne(`${A} < 3`), scopeOf(facts)).status).toBe(
      'unknown',
    );
  });

  it('dividing by zero gives no answer', () => {
    const check = compileOne(`${A} / ${B} < 3`);

    expect(evaluateCheck(check, scopeOf({ [A]: 1, [B]: 0 }))).toMatchObject({
      status: 'unknown',
      error: true,
      because: `${A} / ${B} could not be computed: division by zero.`,
    });
  });
});

describe('the sentence that says why', () => {
  it.each([
    {
      given: `${B} <= 0.15`,
      with: { [B]: 0.0951 },
      gives: `${B} is 9.5 %, at most 15 %.`,
    },
    {
      given: `${B} <= 0.15`,
      with: { [B]: 0.34 },
      gives: `${B} is 34 %; it has to be at most 15 %.`,
    },
    {
      given: `0.15 >= ${B}`,
      with: { [B]: 0.34 },
      gives: `${B} is 34 %; it has to be at most 15 %.`,
    },
    {
      given: `${B} <= 0.15`,
      with: { [B]: 0.1504 },
      gives: `${B} is 15.04 %; it has to be at most 15 %.`,
    },
    {
      given: 'reliability.failed_deployment_recovery_time < 60 * 60',
      with: { 'reliability.failed_deployment_recovery_time': 4320 },
      gives:
        'reliability.failed_deployment_recovery_time is 1 h 12 min; it has to be below 1 h.',
    },
    {
      given: 'reliability.deployment_frequency >= 1',
      with: { 'reliability.deployment_frequency': 0.5 },
      gives:
        'reliability.deployment_frequency is 0.5 a week; it has to be at least 1 a week.',
    },
    {
      given: 'security.known_exploited_open_days <= 14',
      with: { 'security.known_exploited_open_days': 20 },
      gives:
        'security.known_exploited_open_days is 20 d; it has to be at most 14 d.',
    },
    {
      given: 'ownership.owner_resolves',
      with: { 'ownership.owner_resolves': false },
      gives: 'ownership.owner_resolves is false; it has to be true.',
    },
    {
      given: 'ownership.owner_resolves',
      with: { 'ownership.owner_resolves': true },
      gives: 'ownership.owner_resolves is true.',
    },
    {
      given: '!ownership.owner_resolves',
      with: { 'ownership.owner_resolves': true },
      gives: 'ownership.owner_resolves is true; it has to be false.',
    },
    {
      given: 'service.type == "website"',
      with: {},
      gives: 'service.type is service; it has to be website.',
    },
    {
      given: `${A} == 0 || ${B} < 0.1`,
      with: { [A]: 2, [B]: 0.5 },
      gives: `${A} has to be 0 and is 2, or ${B} has to be below 10 % and is 50 %.`,
    },
    {
      given: `${A} < 3 && ${B} < 0.1 && ownership.owner_resolves`,
      with: { [A]: 2, [B]: 0.5 },
      gives: `${B} is 50 %; it has to be below 10 %.`,
    },
    {
      given: `${A} < 3 && ${B} < 0.1`,
      with: { [A]: 2, [B]: undefined },
      gives: `${B} is unknown: Only 3 records, 10 are needed.`,
    },
    {
      given: `${A} < 3`,
      with: {},
      gives: `${A} is unknown: it was not measured.`,
    },
    {
      given: 'now - timestamp("2026-11-20T12:00:00Z") < days(2)',
      with: {},
      gives:
        'now - timestamp("2026-11-20T12:00:00Z") is 3 d; it has to be below 2 d.',
    },
  ])('$given gives $gives', ({ given, with: facts, gives }) => {
    expect(evaluateCheck(compileOne(given), scopeOf(facts)).because).toBe(
      gives,
    );
  });

  it('names a property that the catalog does not have', () => {
    const check = compileOne('service.lifecycle == "production"');

    expect(
      evaluateCheck(check, scopeOf({}, { lifecycle: undefined })),
    ).toMatchObject({
      status: 'unknown',
      because: 'service.lifecycle is not set in the catalog.',
    });
  });
});

describe('clauses', () => {
  it('are listed each with its outcome, operands and facts, passing ones too', () => {
    const check = compileOne(
      `(${A} <= 3 && has(${B}))\n && ownership.owner_resolves`,
    );
    const { status, clauses } = evaluateCheck(
      check,
      scopeOf({ [A]: 4, [B]: 0.0951 }),
    );

    expect(status).toBe('fail');
    expect(clauses).toEqual([
      {
        text: `${A} <= 3`,
        outcome: 'false',
        operands: [{ expression: A, value: '4' }],
        facts: [A],
      },
      {
        text: `has(${B})`,
        outcome: 'true',
        operands: [{ expression: B, value: '9.5 %' }],
        facts: [B],
      },
      {
        text: 'ownership.owner_resolves',
        outcome: 'unknown',
        operands: [
          { expression: 'ownership.owner_resolves', value: 'unknown' },
        ],
        facts: ['ownership.owner_resolves'],
      },
    ]);
  });
});

describe('when', () => {
  const check = compileOne('ownership.owner_resolves', {
    when: `${A} > 0`,
  });

  it.each([
    [0, 'not-applicable', `Does not apply: ${A} is 0; it has to be above 0.`],
    [1, 'pass', 'ownership.owner_resolves is true.'],
    [
      undefined,
      'unknown',
      `Whether this applies is unknown: ${A} is unknown: Only 3 records, 10 are needed.`,
    ],
  ])('%s gives %s', (incidents, status, because) => {
    const scope = scopeOf({ [A]: incidents, 'ownership.owner_resolves': true });

    expect(evaluateCheck(check, scope)).toMatchObject({ status, because });
    expect(check.facts).toEqual(['ownership.owner_resolves', A]);
  });
});

it('a pattern that makes other engines hang returns', () => {
  const check = compileOne('service.owner.matches("^(a+)+$")');
  const scope = scopeOf({}, { owner: `${'a'.repeat(255)}!` });

  expect(evaluateCheck(check, scope).status).toBe('fail');
});

describe("the author's own sentence", () => {
  const message = `'it is ' + string(${A}) + ', see the runbook'`;
  const check = compileOne(`${A} < 3`, { messageExpression: message });

  it.each([
    [5, `it is 5, see the runbook. ${A} is 5; it has to be below 3.`],
    [1, `${A} is 1, below 3.`],
    [undefined, `${A} is unknown: Only 3 records, 10 are needed.`],
  ])('comes first where it can be composed: %s', (incidents, because) => {
    expect(evaluateCheck(check, scopeOf({ [A]: incidents })).because).toBe(
      because,
    );
  });

  it('is cut where it is long, and brings its facts along', () => {
    const long = compileOne('false', {
      messageExpression: `security.scanner + service.tags.map(t, t + t).filter(t, t == "").map(t, t)[0]`,
    });

    expect(long.facts).toEqual(['security.scanner']);
    const scope = scopeOf({ 'security.scanner': 'x' });
    expect(evaluateCheck(long, scope).because).toBe('false does not hold.');
  });
});

describe('a check of another engine', () => {
  const asked = compileOne('', { engine: 'opa', ask: '{ path: a/b }' });
  const answers = (status: 'pass' | 'fail' | 'unknown' | 'error') =>
    new Map([['sample/only', { status, because: 'It said so.' }]]);

  it.each([
    ['pass', { status: 'pass', because: 'It said so.' }],
    ['fail', { status: 'fail', because: 'It said so.' }],
    ['unknown', { status: 'unknown', because: 'It said so.' }],
    ['error', { status: 'unknown', error: true, because: 'It said so.' }],
  ] as const)('that says %s is %j', (status, gives) => {
    const scope = { ...scopeOf(), answers: answers(status) };

    expect(evaluateCheck(asked, scope, 'sample/only')).toEqual({
      ...gives,
      clauses: [],
    });
  });

  it('that was not asked is an error', () => {
    expect(evaluateCheck(asked, scopeOf(), 'sample/only')).toMatchObject({
      status: 'unknown',
      error: true,
      because: 'The engine opa was not asked.',
    });
  });
});

describe('an error', () => {
  it.each([
    ['1 / 0 == 1', undefined, true],
    ['1 / 0 == 1 && reliability.incidents == 1', undefined, undefined],
    ['1 / 0 == 1 && reliability.incidents == 1', 1, true],
    ['1 / 0 == 1 && reliability.incidents == 1', 2, undefined],
  ])('of "%s" with %s incidents: %s', (expression, incidents, error) => {
    const scope = scopeOf({ [A]: incidents });

    expect(evaluateCheck(compileOne(expression), scope).error).toBe(error);
    const when = compileOne('true', { when: expression });
    expect(evaluateCheck(when, scope).error).toBe(error);
  });
});
