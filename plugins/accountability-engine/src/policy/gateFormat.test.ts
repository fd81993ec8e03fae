import { CompiledGate } from './CompiledPolicy';
import { evaluateCheck } from './evaluateCheck';
import { isLost } from './missingEngine';
import { compileTexts, scopeOf } from './testing/policyKit';

const DAY = 24 * 60 * 60 * 1000;

const scorecard = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ready, title: Ready }
spec:
  checks:
    - { id: owned, title: Owned, burden: ownership, mode: warn, severity: high, onUnknown: warn, expression: ownership.owner_resolves }
    - { id: calm, title: Calm, burden: reliability, enforceFrom: 2027-01-15, onError: pass, expression: reliability.incidents == 0 }
    - { id: broken, title: Broken, burden: security, expression: security.nothing }
`;

const gate = (rules: string, more = '') => `
apiVersion: accountability.io/v1alpha1
kind: Gate
metadata: { name: production, title: Production }
spec:
${more.replace(/^/gm, '  ')}
  rules:
${rules.replace(/^/gm, '    ')}
`;

function compile(text: string): {
  gate: CompiledGate;
  faults: string[];
  rules: string[];
} {
  const policy = compileTexts(text, scorecard);
  const document = policy.documents.find(({ kind }) => kind === 'Gate');
  return {
    gate: policy.gates[0],
    faults: policy.diagnostics
      .filter(({ file }) => file === 'a.yaml')
      .map(({ line, column, message }) => `${line}:${column} ${message}`),
    rules: (document?.rules ?? []).map(({ id, state }) => `${id} ${state}`),
  };
}

const one = (rule: string, more?: string) =>
  compile(gate(rule, more)).gate.rules[0];

describe('the head of a gate', () => {
  it('says nothing, and denies at deploy what is unknown for two days', () => {
    expect(compile(gate('- check: ready/owned')).gate).toMatchObject({
      name: 'production',
      title: 'Production',
      points: ['deploy'],
      maxAgeMs: 2 * DAY,
      failurePolicy: {
        onUnknown: 'fail',
        onError: 'fail',
        onEngineError: 'fail',
      },
    });
  });

  it('is as written', () => {
    const head = `owner: group:default/platform
points: [deploy, cli]
maxAge: PT12H
onUnknown: warn
onError: pass
onEngineError: warn
breakGlass: { groups: [group:default/Commanders], reviewWithin: P1W }`;

    expect(compile(gate('- check: ready/owned', head)).gate).toMatchObject({
      owner: 'group:default/platform',
      points: ['deploy', 'cli'],
      maxAgeMs: DAY / 2,
      failurePolicy: {
        onUnknown: 'warn',
        onError: 'pass',
        onEngineError: 'warn',
      },
      breakGlass: {
        groups: ['group:default/commanders'],
        reviewWithinMs: 7 * DAY,
      },
    });
  });

  it.each([
    [
      'points: [depoly]',
      "6:12 unknown points 'depoly' (did you mean 'deploy'?)",
    ],
    ['points: []', "6:11 'points' must not be empty"],
    [
      'maxAge: 2 days',
      "'maxAge': write a duration (P2D for two days, PT12H for twelve hours)",
    ],
    ['maxAge: P1M', 'write a duration'],
    ['maxAge: PT0S', 'write a duration'],
    ['maxAge: P-1D', 'write a duration'],
    ['maxAge: P99999D', 'write a duration'],
    ['breakGlass: { groups: [user:default/ann] }', 'write the group in full'],
    [
      'onUnkown: warn',
      "6:3 unknown key 'onUnkown' (did you mean 'onUnknown'?)",
    ],
  ])('costs the gate where it is at fault: %s', (line, fault) => {
    const result = compile(gate('- check: ready/owned', line));

    expect(result.gate).toBeUndefined();
    expect(result.faults).toEqual([expect.stringContaining(fault)]);
  });
});

describe('a rule that is a check', () => {
  it.each([
    ['', { mode: 'warn', onUnknown: 'warn', onError: 'fail' }],
    ['mode: enforce', { mode: 'enforce' }],
    [
      'modeAt: { pr: audit, deploy: off }',
      { modeAt: { pr: 'audit', deploy: 'off' } },
    ],
    ['enforceFrom: 2027-02-01', { enforceFrom: Date.UTC(2027, 1, 1) }],
    ['onUnknown: pass', { onUnknown: 'pass' }],
  ])('with "%s" is %j', (settings, rule) => {
    const text = `- { check: ready/owned${settings && `, ${settings}`} }`;

    expect(one(text)).toMatchObject({
      rule: 'ready/owned',
      scorecard: 'ready',
      check: { id: 'owned', severity: 'high' },
      ...rule,
    });
  });

  it('takes over when its check begins to enforce, unless it has a mode of its own', () => {
    expect(one('- check: ready/calm').enforceFrom).toBe(Date.UTC(2027, 0, 15));
    expect(
      one('- { check: ready/calm, mode: enforce }').enforceFrom,
    ).toBeUndefined();
  });

  it.each([
    ['- check: ready/calm', '', 'fail', 'pass'],
    ['- check: ready/calm', 'onUnknown: warn\nonError: warn', 'warn', 'warn'],
    ['- { check: ready/calm, onError: fail }', 'onError: warn', 'fail', 'fail'],
  ])(
    '%s in a gate with "%s" counts an unknown as %s and an error as %s',
    (rule, head, onUnknown, onError) => {
      expect(one(rule, head)).toMatchObject({ onUnknown, onError });
    },
  );

  it('may name a scorecard of another file, whatever the order', () => {
    const { gates, diagnostics } = compileTexts(
      scorecard,
      gate('- check: ready/owned'),
    );

    expect(gates[0].rules[0].check.title).toBe('Owned');
    expect(diagnostics.filter(({ file }) => file === 'b.yaml')).toEqual([]);
  });
});

describe("a rule of the gate's own", () => {
  it('may read the request, and has the burden of what it reads first', () => {
    const rule = one(`- id: no-incident
  title: No incident is open
  severity: critical
  mode: enforce
  when: request.environment == "production"
  expression: |
    reliability.incidents == 0 || request.labels.exists(l, l == "incident-fix")
  messageExpression: '"asked at " + request.point'
  remediation: Wait.`);

    expect(rule).toMatchObject({
      rule: 'no-incident',
      mode: 'enforce',
      check: {
        severity: 'critical',
        burden: 'reliability',
        remediation: 'Wait.',
        facts: ['reliability.incidents'],
      },
    });
    expect(rule.scorecard).toBeUndefined();
  });

  it('enforces where it names no mode', () => {
    expect(one('- { id: a, title: A, expression: now > now }').mode).toBe(
      'enforce',
    );
  });
});

describe('a rule at fault', () => {
  it.each([
    [
      '- check: ready/ownd',
      'ready/ownd',
      "8:14 unknown check 'ready/ownd' (did you mean 'ready/owned'?)",
    ],
    [
      '- check: other/thing',
      'other/thing',
      "8:14 unknown check 'other/thing' (name it as <scorecard>/<check>, of a scorecard of this policy)",
    ],
    [
      '- check: ready/broken',
      'ready/broken',
      "8:14 the check 'ready/broken' is at fault itself (mend it where it stands)",
    ],
    [
      '- check: owned',
      'owned',
      "8:14 'check': name a check of a scorecard (production-readiness/scan-fresh)",
    ],
    [
      '- { check: ready/owned, mode: enforced }',
      'ready/owned',
      "8:35 unknown mode 'enforced' (did you mean 'enforce'?)",
    ],
    [
      '- { check: ready/owned, modeAt: { depoly: off } }',
      'ready/owned',
      expect.stringMatching(/^8:/),
    ],
    [
      '- { id: a, title: A, expression: request.pont == "x" }',
      'a',
      "8:38 unknown property 'request.pont' (did you mean 'request.point'?)",
    ],
    [
      '- { id: a, title: A, expression: "true", burden: security }',
      'a',
      "8:46 unknown key 'burden' (it has no place here)",
    ],
    [
      '- id: a\n  title: A\n  expression: !x',
      'a',
      '10:19 unresolved tag: !x (write the expression with |)',
    ],
    ['- 3', 'rules[0]', '8:7 item 1 has to be of type object'],
  ])('%s is told, and keeps the gate shut', (text, id, fault) => {
    const result = compile(gate(`${text}\n- check: ready/calm`));
    const [lost, good] = result.gate.rules;
    const { status, error, because } = evaluateCheck(
      lost.check,
      scopeOf(),
      lost.rule,
    );

    expect(result.faults).toEqual([fault]);
    expect(result.rules).toEqual([`${id} refused`, 'ready/calm active']);
    expect([isLost(lost), isLost(good)]).toEqual([true, false]);
    expect(lost).toMatchObject({ rule: id, mode: 'enforce', onError: 'fail' });
    expect({ status, error }).toEqual({ status: 'unknown', error: true });
    expect(because).toMatch(
      /^This rule is at fault in the policy and cannot be asked: a\.yaml:\d+: .+\.$/,
    );
  });

  it('keeps the mode and the failure policy that can be read', () => {
    expect(
      one('- { check: ready/ownd, mode: audit, onError: warn }'),
    ).toMatchObject({
      mode: 'audit',
      onError: 'warn',
    });
  });

  it('named twice loses its second place, not its first', () => {
    const { gate: compiled, faults } = compile(
      gate(
        '- { check: ready/owned, mode: warn }\n- { check: ready/owned, mode: enforce }',
      ),
    );

    expect(compiled.rules.map(({ rule }) => rule)).toEqual([
      'ready/owned',
      'ready/owned (2)',
    ]);
    expect(compiled.rules.map(isLost)).toEqual([false, true]);
    expect(faults).toEqual([
      "9:16 duplicate rule 'ready/owned' (name it once)",
    ]);
  });
});
