import { compileTexts } from './testing/policyKit';

const scorecard = (spec: string, name = 'sample') => `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ${name}, title: Sample, description: What it is for }
spec:
${spec.replace(/^/gm, '  ')}
`;

const check = (rest: string, id = 'only') => `checks:
  - id: ${id}
    title: A title
    burden: security
${rest.replace(/^/gm, '    ')}`;

const simple = check('expression: "true"');

const faults = (...texts: string[]) =>
  compileTexts(...texts).diagnostics.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );

const compiled = (spec: string) => {
  const policy = compileTexts(scorecard(spec));
  expect(policy.diagnostics).toEqual([]);
  return policy.scorecards[0];
};

describe('the head of a scorecard', () => {
  it('is as written, instants as epoch milliseconds', () => {
    const head = compiled(`
owner: Group:default/Platform
draft: true
effectiveFrom: 2027-01-15
match: { kind: Component }
conditions:
  - name: in-production
    expression: service.lifecycle == "production"
levels:
  - bronze
  - { name: gold, burdens: [security], minScore: 0.95, noFail: [high, critical] }
${simple}`);

    expect(head).toMatchObject({
      name: 'sample',
      title: 'Sample',
      description: 'What it is for',
      owner: 'group:default/platform',
      draft: true,
      effectiveFrom: Date.UTC(2027, 0, 15),
      match: { kind: 'Component' },
      conditions: [{ name: 'in-production' }],
      levels: ['bronze', 'gold'],
      requirements: [
        {
          level: 'gold',
          burdens: ['security'],
          minScore: 0.95,
          noFail: ['high', 'critical'],
        },
      ],
    });
  });

  it.each([
    ['2027-01-15', Date.UTC(2027, 0, 15)],
    ['2027-01-15T09:00:00Z', Date.UTC(2027, 0, 15, 9)],
    ['2027-01-15T09:00:00+01:00', Date.UTC(2027, 0, 15, 8)],
    ['"2027-01-15T09:00:00.5Z"', Date.UTC(2027, 0, 15, 9, 0, 0, 500)],
  ])('takes effect from %s', (written, instant) => {
    expect(compiled(`effectiveFrom: ${written}\n${simple}`).effectiveFrom).toBe(
      instant,
    );
  });

  it.each([
    [
      'effectiveFrom: 2027-01-15T09:00:00',
      "6:18 'effectiveFrom': write a day (2027-01-15) or an instant with its zone (2027-01-15T09:00:00+01:00)",
    ],
    [
      'effectiveFrom: 2027-02-30',
      "6:18 'effectiveFrom': write a day (2027-01-15) or an instant with its zone (2027-01-15T09:00:00+01:00)",
    ],
    ['effectiveFrom: 2027', "6:18 'effectiveFrom' has to be of type string"],
    [
      'owner: platform',
      "6:10 'owner': write the group in full (group:default/platform)",
    ],
    ['draft: soon', "6:10 'draft' has to be of type boolean"],
    [
      'levels: [{ name: gold, minScore: 95 }]',
      "6:36 'minScore' has to be at most 1",
    ],
    [
      'levels: [{ name: gold, noFail: [hihg] }]',
      "6:35 unknown noFail 'hihg' (did you mean 'high'?)",
    ],
    ['levels: [gold, { name: gold }]', "6:18 duplicate level 'gold'"],
    [
      'conditions: [{ name: a, expression: service.tpe == "x" }]',
      "6:39 unknown property 'service.tpe' (did you mean 'service.type'?)",
    ],
    [
      'conditions: [{ name: a, expression: request.point == "pr" }]',
      "6:39 'request.point' is known at gates alone (read it in a rule of a gate)",
    ],
    [
      'defaults: { onUnknown: deny }',
      "6:26 unknown onUnknown 'deny' (there are: pass, warn, fail)",
    ],
    [
      'defualts: { mode: warn }',
      "6:3 unknown key 'defualts' (did you mean 'defaults'?)",
    ],
  ])('costs the scorecard where it is at fault: %s', (line, fault) => {
    const text = scorecard(`${line}\n${simple}`);
    const policy = compileTexts(text, scorecard(simple, 'other'));

    expect(faults(text)).toEqual([fault]);
    expect(policy.scorecards.map(({ name }) => name)).toEqual(['other']);
    expect(policy.documents.map(({ state }) => state)).toEqual([
      'refused',
      'active',
    ]);
  });
});

describe('a check', () => {
  it('has what it says, and of what it does not the defaults', () => {
    const { checks } = compiled(`
defaults: { mode: warn, severity: high, weight: 3, onUnknown: warn, onError: pass }
checks:
  - id: plain
    title: Plain
    burden: security
    expression: "true"
  - id: full
    title: Full
    burden: ownership
    mode: enforce
    enforceFrom: 2027-01-15
    severity: critical
    weight: 0.5
    when: service.type == "service"
    expression: has(service.owner)
    messageExpression: '"owner is " + service.owner'
    remediation: Do it.
    effortDays: 2
    cost: reliability.failed_deployment_recovery_time
    links: [{ title: Runbook, url: https://example.com/a }]
    skill: mend-owner
    onUnknown: fail
    onError: fail`);

    expect(checks).toMatchObject([
      {
        mode: 'warn',
        severity: 'high',
        weight: 3,
        onUnknown: 'warn',
        onError: 'pass',
      },
      {
        mode: 'enforce',
        enforceFrom: Date.UTC(2027, 0, 15),
        severity: 'critical',
        weight: 0.5,
        when: 'service.type == "service"',
        remediation: 'Do it.',
        effortDays: 2,
        cost: 'reliability.failed_deployment_recovery_time',
        links: [{ title: 'Runbook', url: 'https://example.com/a' }],
        skill: 'mend-owner',
        onUnknown: 'fail',
        onError: 'fail',
      },
    ]);
  });

  it('without defaults enforces, with medium severity and one point, and fails where it is unknown', () => {
    expect(compiled(simple).checks[0]).toMatchObject({
      mode: 'enforce',
      severity: 'medium',
      weight: 1,
      onUnknown: 'fail',
      onError: 'fail',
    });
  });

  it('of another engine has what that is asked, and the facts it is given', () => {
    const { checks } = compiled(
      check(`when: reliability.incidents > 0
engine: opa
ask: { path: finance/tag, facts: [security.scanner] }`),
    );

    expect(checks[0]).toMatchObject({
      expression: 'finance/tag',
      facts: ['security.scanner', 'reliability.incidents'],
      program: { engine: 'opa', path: 'finance/tag', when: expect.anything() },
    });
  });

  it.each([
    [
      'expression: "true"\nenforceFrom: tomorrow',
      "11:20 'enforceFrom': write a day (2027-01-15) or an instant with its zone (2027-01-15T09:00:00+01:00)",
    ],
    [
      'expression: "true"\nseverity: hgih',
      "11:17 unknown severity 'hgih' (did you mean 'high'?)",
    ],
    [
      'expression: "true"\ncost: reliability.incidents',
      "11:13 the fact 'reliability.incidents' is no time (name one in seconds)",
    ],
    [
      'expression: "true"\ncost: reliability.failed_deployment_recovery_tim',
      "11:13 unknown fact 'reliability.failed_deployment_recovery_tim' (did you mean 'reliability.failed_deployment_recovery_time'?)",
    ],
    ['expression: "true"\nweight: -1', "11:15 'weight' has to be at least 0"],
    [
      'expression: "true"\nlinks: [{ title: a, url: "javascript:alert(1)" }]',
      "11:32 'url': write an address that begins with https://",
    ],
    [
      'expression: "true"\nmessageExpression: reliability.incidents',
      '11:26 the expression gives double, not string (convert its parts: "it is " + string(x))',
    ],
    ['when: "true"', "7:7 'expression' is missing"],
    ['engine: opa', "7:7 'ask' is missing (say what opa is asked)"],
    [
      'expression: "true"\nask: { path: a }',
      "11:12 'ask' needs an engine of another language (add engine: opa)",
    ],
    [
      'engine: opa\nask: { path: a }\nexpression: "true"',
      '12:19 a rule of opa has no expression (remove it)',
    ],
    [
      'engine: opa\nask: { path: a, facts: [security.scaner] }',
      "11:31 unknown fact 'security.scaner' (did you mean 'security.scanner'?)",
    ],
    [
      'expression: params.x > 1',
      "10:19 unknown param 'params.x' (there are none here: write it in spec.params)",
    ],
    [
      'expression: variables.x > 1',
      "10:19 unknown variable 'variables.x' (write it in spec.variables, before what reads it)",
    ],
  ])('at fault is left out, its neighbour stands: %s', (rest, fault) => {
    const text = scorecard(
      `${check(rest)}\n${check('expression: "true"', 'good').replace(
        'checks:\n',
        '',
      )}`,
    );
    const [document] = compileTexts(text).documents;

    expect(faults(text)).toEqual([fault]);
    expect(document.rules.map(({ id, state }) => [id, state])).toEqual([
      ['only', 'refused'],
      ['good', 'active'],
    ]);
  });
});

describe('params', () => {
  const reading = (params: string, expression: string) =>
    scorecard(
      `params:\n${params.replace(/^/gm, '  ')}\n${check(
        `expression: ${expression}`,
      )}`,
    );

  it.each([
    [
      'a: { type: double, default: 0.02 }',
      'reliability.change_fail_rate < params.a',
    ],
    [
      'a: { type: double, default: 1 }',
      'reliability.change_fail_rate < params.a',
    ],
    ['a: { type: int, default: 3 }', 'reliability.incidents <= params.a'],
    ['a: { type: int, default: 3 }', 'size(service.tags) <= params.a'],
    ['a: { type: bool, default: false }', 'params.a'],
    ['a: { type: string, default: "^a" }', 'service.name.matches(params.a)'],
    ['a: { type: list<string>, default: [x] }', 'service.type in params.a'],
    ['constructor: { type: int, default: 3 }', 'params.constructor == 3'],
    [
      'toString: { type: int, default: 3, description: Why }',
      'has(params.toString)',
    ],
  ])('%s may be read: %s', (params, expression) => {
    expect(faults(reading(params, expression))).toEqual([]);
  });

  it.each([
    [
      'a: { type: double, default: x }',
      "7:33 'default' has to be of type number",
    ],
    ['a: { type: int, default: 1.5 }', "7:30 'default' has to be of type int"],
    [
      'a: { type: float, default: 1 }',
      "7:16 unknown type 'float' (there are: bool, int, double, string, list<string>)",
    ],
    ['a: { type: int }', "7:8 'default' is missing"],
    ['a: 3', "7:8 'a' has to be of type object"],
  ])('%s is told once, and what reads it is refused', (params, fault) => {
    const text = reading(params, 'params.a == 1 && params.a != 2');
    const { scorecards, documents } = compileTexts(text);

    expect(faults(text)).toEqual([fault]);
    expect(scorecards[0].checks).toEqual([]);
    expect(documents[0].rules[0]).toMatchObject({
      state: 'refused',
      faults: [{ line: 7 }],
    });
  });

  it.each([
    [
      '__proto__: { type: int, default: 3 }',
      "7:5 '__proto__' is not a name (write letters, digits and _, a letter first)",
    ],
    [
      'a-b: { type: int, default: 3 }',
      "7:5 'a-b' is not a name (write letters, digits and _, a letter first)",
    ],
    [
      'in: { type: int, default: 3 }',
      "7:5 'in' is a word of CEL itself (use another name)",
    ],
  ])('%s has no name that can be read', (params, fault) => {
    expect(faults(reading(params, '"true"'))).toEqual([fault]);
  });
});

describe('variables', () => {
  const reading = (variables: string[], expression: string) =>
    scorecard(
      `variables:\n${variables
        .map(each => {
          const [name, ...rest] = each.split(' = ');
          return `  - name: ${name}\n    expression: |\n      ${rest.join(
            ' = ',
          )}`;
        })
        .join('\n')}\n${check(`expression: |\n  ${expression}`)}`,
    );

  it.each([
    [['a = reliability.incidents * 2'], 'variables.a < 3'],
    [['a = 3'], 'reliability.incidents < variables.a'],
    [['a = 3', 'b = variables.a + 1'], 'variables.b == 4'],
    [
      ['a = service.type == "x" ? 180 : 300'],
      'reliability.failed_deployment_recovery_time <= variables.a',
    ],
    [['constructor = 3'], 'variables.constructor == 3'],
    [['a = service.tags.map(t, t + "!")'], '"x!" in variables.a'],
  ])('%j: %s', (variables, expression) => {
    expect(faults(reading(variables, expression))).toEqual([]);
  });

  it('bring their facts and their reading of the clock along', () => {
    const text = reading(
      ['age = now - security.last_scan', 'old = variables.age > days(3)'],
      '!variables.old',
    );
    const [{ facts, readsNow }] = compileTexts(text).scorecards[0].checks;

    expect(facts).toEqual(['security.last_scan']);
    expect(readsNow).toBe(true);
  });

  it.each<[string, string[], string, string[]]>([
    [
      'a type that does not fit',
      ['a = "x"'],
      'variables.a < 3',
      [
        "15:21 operator '<' not defined for string and double (write the number without quotes)",
      ],
    ],
    [
      'an unknown fact',
      ['a = reliability.incident', 'b = variables.a'],
      'variables.a < 3 && variables.b > 1',
      [
        "9:9 unknown fact 'reliability.incident' (did you mean 'reliability.incidents'?)",
      ],
    ],
    [
      'a later one',
      ['a = variables.b', 'b = 1'],
      'variables.b == 1',
      [
        "9:9 unknown variable 'variables.b' (write it in spec.variables, before what reads it)",
      ],
    ],
    [
      'itself',
      ['a = variables.a'],
      'true',
      [
        "9:9 unknown variable 'variables.a' (write it in spec.variables, before what reads it)",
      ],
    ],
    [
      'a slip',
      ['a = 1', 'bcd = 2'],
      'variables.bce == 2',
      ["18:9 unknown variable 'variables.bce' (did you mean 'variables.bcd'?)"],
    ],
    [
      'one name twice',
      ['a = 1', 'a = 2'],
      'variables.a == 1',
      [
        "10:13 duplicate variable 'a' (the first of that name stands; give this one another)",
      ],
    ],
    [
      'has()',
      ['a = 1'],
      'has(variables.a)',
      [
        '15:9 has() does not take a variable (ask inside of variables.a for what may be unknown)',
      ],
    ],
    [
      'a request',
      ['a = request.point'],
      'true',
      [
        "9:9 'request.point' is known at gates alone (read it in a rule of a gate)",
      ],
    ],
  ])(
    'with %s are told at their place and once',
    (_, variables, expression, told) => {
      expect(faults(reading(variables, expression))).toEqual(told);
    },
  );

  it('count each time they are read', () => {
    const doubled = Array.from({ length: 20 }, (_, n) =>
      n === 0
        ? 'v0 = 1.5'
        : `v${n} = variables.v${n - 1} + variables.v${n - 1}`,
    );

    expect(faults(reading(doubled, 'variables.v19 > 0'))).toEqual([
      expect.stringMatching(
        /the expression has more than 5000 parts with its variables/,
      ),
    ]);
  });
});

describe('a document that is none', () => {
  it('a test is not policy, and no fault', () => {
    const text =
      'apiVersion: accountability.io/v1alpha1\nkind: PolicyTest\nspec: 3\n';

    expect(compileTexts(text)).toMatchObject({
      documents: [],
      diagnostics: [],
    });
  });

  it.each([
    [
      'kind: Scorecrd',
      'Scorecrd',
      "1:7 unknown kind 'Scorecrd' (did you mean 'Scorecard'?)",
    ],
    [
      'kind: Exemption',
      'Exemption',
      "1:7 unknown kind 'Exemption' (there are: Scorecard, Gate, PolicyTest)",
    ],
    ['[', 'unknown', '1:2 flow sequence must end with a ]'],
  ])('%s is told', (text, kind, fault) => {
    expect(faults(text)).toContain(fault);
    expect(compileTexts(text).documents).toMatchObject([
      { kind, state: 'refused', rules: [] },
    ]);
  });
});

describe('the list of documents', () => {
  it('names each with its rules and its faults', () => {
    const { documents } = compileTexts(
      scorecard(
        `draft: true\neffectiveFrom: 2027-01-15\nowner: group:default/a\n${simple}`,
      ),
      scorecard(check('expression: foo'), 'broken'),
      scorecard(simple),
    );

    expect(documents).toMatchObject([
      {
        file: 'a.yaml',
        kind: 'Scorecard',
        name: 'sample',
        title: 'Sample',
        owner: 'group:default/a',
        state: 'draft',
        effectiveFrom: Date.UTC(2027, 0, 15),
        faults: [],
        rules: [
          { id: 'only', title: 'A title', mode: 'enforce', state: 'active' },
        ],
      },
      {
        file: 'b.yaml',
        name: 'broken',
        state: 'active',
        rules: [{ id: 'only', state: 'refused', faults: [{ file: 'b.yaml' }] }],
      },
      {
        file: 'c.yaml',
        state: 'refused',
        rules: [],
        faults: [
          { message: expect.stringMatching(/^duplicate scorecard 'sample'/) },
        ],
      },
    ]);
  });
});
