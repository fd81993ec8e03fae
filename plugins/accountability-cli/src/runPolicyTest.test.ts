import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from './runCli';

const scorecard = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ready, title: Ready }
spec:
  match: { kind: Component, spec.type: service }
  levels: [bronze, silver]
  checks:
    - id: owned
      title: Owned
      burden: ownership
      level: bronze
      expression: ownership.owner_resolves
    - id: calm
      title: Calm
      burden: reliability
      enforceFrom: 2027-01-01
      when: service.lifecycle == "production"
      expression: |
        reliability.incidents <= 3 && now >= timestamp("2026-01-01T00:00:00Z")
    - id: finance
      title: Finance agrees
      burden: ownership
      mode: audit
      engine: opa
      ask: { path: finance/ok, facts: [] }
`;
const gate = `
apiVersion: accountability.io/v1alpha1
kind: Gate
metadata: { name: ship, title: Ship }
spec:
  maxAge: P2D
  rules:
    - { check: ready/owned, mode: enforce }
    - id: hotfix
      title: Hot fixes only
      expression: request.labels.exists(l, l == "hotfix") || reliability.incidents == 0
`;
const testOf = (cases: string) => `
apiVersion: accountability.io/v1alpha1
kind: PolicyTest
metadata: { name: readiness }
spec:
  now: 2026-11-23T12:00:00Z
  service: { type: service, lifecycle: production, owner: group:default/shop }
  fixtures:
    good: &good
      ownership: { owner_resolves: true }
      reliability: { incidents: 0 }
  cases:
${cases}`;
const oneCase = (facts: string, more: string) =>
  testOf(`    - name: a case\n      facts: ${facts}\n      ${more}\n`);

describe('accountability policy test', () => {
  let dir: string;
  let out: string;
  let err: string;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'policy-'));
    out = '';
    err = '';
    await writeFile(join(dir, 'scorecard.yaml'), scorecard);
    await writeFile(join(dir, 'gate.yaml'), gate);
  });

  afterEach(() => rm(dir, { recursive: true }));

  async function run(test: string, ...args: string[]): Promise<number> {
    await writeFile(join(dir, 'test.yaml'), test);
    return runCli(['policy', 'test', dir, ...args], {
      env: {},
      out: text => {
        out += text;
      },
      err: text => {
        err += text;
      },
      clock: () => 0,
    });
  }

  it.each([
    { given: 'a check by its id', facts: '*good', expect: 'owned: pass' },
    { given: 'by its scorecard', facts: '*good', expect: 'ready/owned: pass' },
    { given: 'a level', facts: '*good', expect: 'level/ready: silver' },
    {
      given: 'no level',
      facts: '{ ownership: { owner_resolves: false } }',
      expect: 'level/ready: none',
    },
    {
      given: 'a fact by its whole id',
      facts: '{ ownership.owner_resolves: false }',
      expect: 'owned: fail',
    },
    {
      given: 'a fact over that of a fixture',
      facts: '{ <<: *good, ownership: { owner_resolves: false } }',
      expect: 'owned: fail, gate/ship: deny, gate/ship/ready/owned: fail',
    },
    {
      given: 'a fact that is left out',
      facts: '{}',
      expect: 'owned: unknown, gate/ship: deny',
    },
    {
      given: 'a fact that is null',
      facts: '{ ownership: { owner_resolves: null } }',
      expect: 'owned: unknown',
    },
    {
      given: 'a fact that is stale',
      facts: '{ ownership: { owner_resolves: { unknown: stale } } }',
      expect: 'owned: unknown',
    },
    {
      given: 'a fail before it enforces',
      facts: '{ <<: *good, reliability: { incidents: 4 } }',
      expect: 'calm: warn',
    },
    {
      given: 'the same at the instant from which it does',
      facts: '{ <<: *good, reliability: { incidents: 4 } }',
      expect: 'calm: fail',
      more: 'now: 2027-01-01T00:00:00Z',
    },
    {
      given: 'another service',
      facts: '*good',
      expect: 'calm: not-applicable, owned: pass',
      more: 'service: { lifecycle: experimental }',
    },
    {
      given: 'a service that no scorecard is for',
      facts: '*good',
      expect: 'owned: not-applicable, level/ready: not-applicable',
      more: 'service: { type: library }',
    },
    {
      given: 'a fact as old as the gate takes none',
      facts: '*good',
      expect: 'owned: pass, gate/ship/ready/owned: unknown, gate/ship: deny',
      more: 'ages: { ownership.owner_resolves: P2D }',
    },
    {
      given: 'all facts a little younger',
      facts: '*good',
      expect: 'gate/ship: allow',
      more: 'ages: { "*": P1DT23H59M59S }',
    },
    {
      given: 'a request with a label',
      facts: '{ <<: *good, reliability: { incidents: 1 } }',
      expect: 'gate/ship: allow, gate/ship/hotfix: pass',
      more: 'request: { labels: [hotfix] }',
    },
    {
      given: 'an exemption of the owner',
      facts: '{ <<: *good, ownership: { owner_resolves: false } }',
      expect: 'owned: exempt, gate/ship: allow',
      more: 'exemptions: [{ check: ready/owned, by: owner, until: 2026-11-24T00:00:00Z }]',
    },
    {
      given: 'an exemption for pull requests alone',
      facts: '{ <<: *good, ownership: { owner_resolves: false } }',
      expect: 'owned: fail, gate/ship: deny',
      more: 'exemptions: [{ check: ready/owned, points: [pr], until: 2026-11-24T00:00:00Z }]',
    },
    {
      given: 'what another engine says',
      facts: '*good',
      expect: 'finance: fail',
      more: 'answers: { ready/finance: fail }',
    },
    {
      given: 'all the others',
      facts: '*good',
      expect: 'finance: unknown, "*": pass',
    },
  ])('$given gives $expect', async ({ facts, expect: expected, more = '' }) => {
    const code = await run(
      oneCase(facts, `expect: { ${expected} }\n      ${more}`),
    );

    expect(out).toContain('1 of 1 cases hold; 0 faults');
    expect(code).toBe(0);
  });

  it('says at its place what is otherwise, and why', async () => {
    const code = await run(
      oneCase('*good', 'expect: { calm: fail, gate/ship: deny, "*": pass }'),
    );

    const at = (column: number) => `${join(dir, 'test.yaml')}:15:${column}`;
    expect(code).toBe(1);
    expect(out.split('\n').slice(0, 5)).toEqual([
      'readiness',
      '  FAIL a case',
      expect.stringContaining(
        `${at(17)} calm is pass, and fail was expected: `,
      ),
      expect.stringContaining(
        `${at(29)} gate/ship is allow, and deny was expected: Nothing holds it`,
      ),
      expect.stringContaining(
        `${at(46)} ready/finance is unknown, and pass was expected: The engine`,
      ),
    ]);
  });

  it('explains by the facts of the clauses that decide', async () => {
    const facts = '{ <<: *good, reliability: { incidents: 4 } }';
    const explained = (ids: string) =>
      run(
        oneCase(
          facts,
          `expect: { calm: warn }\n      explain: { calm: [${ids}] }`,
        ),
      );

    expect(await explained('reliability.incidents')).toBe(0);
    expect(await explained('ownership.owner_resolves')).toBe(1);
    expect(out).toContain(
      'calm is warn by reliability.incidents, and by ownership.owner_resolves was expected',
    );
  });

  it('does not pass where a gate is not asked at the point', async () => {
    const code = await run(
      oneCase(
        '*good',
        'expect: { gate/ship: allow }\n      request: { point: pr }',
      ),
    );

    expect(code).toBe(1);
    expect(out).toContain(
      'gate/ship is not asked, and allow was expected: The gate is not asked at the point pr, only at deploy; name one in request.',
    );
  });

  it('does not pass where "*" is of no check', async () => {
    const code = await run(
      oneCase('{}', 'expect: { "*": pass }\n      service: { type: library }'),
    );

    expect(code).toBe(1);
    expect(out).toContain('no other check applies to this service');
  });

  it.each([
    {
      given: 'expect: { ownd: pass }',
      gives: "15:17 there is no 'ownd' in the policy (did you mean 'owned'?)",
    },
    {
      given: 'expect: { gate/shop: deny }',
      gives:
        "15:17 there is no 'gate/shop' in the policy (did you mean 'gate/ship'?)",
    },
    {
      given: 'expect: { owned: passes }',
      gives: "15:17 owned is never 'passes' (did you mean 'pass'?)",
    },
    {
      given: 'expect: { level/ready: gold }',
      gives: "level/ready is never 'gold' (there are: bronze, silver, none",
    },
    {
      given: 'expekt: { owned: pass }',
      gives: "15:7 unknown key 'expekt' (did you mean 'expect'?)",
    },
    { given: 'expect: {}', gives: 'say what is expected' },
    {
      given:
        'expect: { owned: pass }\n      facts: { ownership: { ownerResolve: 1 } }',
      gives:
        "16:29 unknown fact 'ownership.ownerResolve' (did you mean 'ownership.owner_resolves'?)",
    },
    {
      given:
        'expect: { owned: pass }\n      facts: { reliability: { incidents: "3" } }',
      gives: '16:31 reliability.incidents is a number',
    },
    {
      given: 'expect: { owned: pass }\n      facts: { reliability: 3 }',
      gives: "16:16 'reliability' is no fact by itself",
    },
    {
      given:
        'expect: { owned: pass }\n      facts: { reliability.incidents: { unknown: stail } }',
      gives: "unknown reason 'stail' (did you mean 'stale'?)",
    },
    {
      given: 'expect: { owned: pass }\n      ages: { "*": two days }',
      gives: '16:15 an age is a duration',
    },
    {
      given: 'expect: { owned: pass }\n      now: 2026-11-23T12:00:00',
      gives: "16:12 'now': must be an ISO 8601 time with a zone",
    },
    {
      given:
        'expect: { owned: pass }\n      exemptions: [{ check: ready/ownd, until: 2027-01-01T00:00:00Z }]',
      gives: "unknown check 'ready/ownd' (did you mean 'ready/owned'?)",
    },
    {
      given:
        'expect: { owned: pass }\n      exemptions: [{ check: ready/owned, by: system, until: 2027-01-01T00:00:00Z }]',
      gives: 'the service has no system',
    },
    {
      given: 'expect: { owned: pass }\n      answers: { ready/owned: pass }',
      gives: "no other engine is asked for 'ready/owned'",
    },
    {
      given: 'expect: { owned: pass }\n      explain: { owned: [x.y] }',
      gives: "unknown fact 'x.y'",
    },
    {
      given: 'expect: { owned: pass }\n      explain: { gate/ship: [] }',
      gives: 'only checks and rules are explained by facts',
    },
  ])('$given is a fault at its place, and runs nothing', async each => {
    const facts = each.given.includes('facts:') ? '' : 'facts: {}\n      ';
    const code = await run(
      testOf(`    - name: a case\n      ${facts}${each.given}\n`).replace(
        'a case\n      expect',
        'a case\n\n      expect',
      ),
    );

    expect(out).toContain(each.gives);
    expect(out).toContain('0 of 0 cases hold');
    expect(code).toBe(1);
  });

  it('tells faults of YAML, and of files that a test names', async () => {
    const broken = oneCase('*god', 'expect: { owned: pass }');
    const named = oneCase('*good', 'expect: { owned: pass }').replace(
      'now:',
      'policies: [none.yaml]\n  now:',
    );

    expect(await run(broken)).toBe(1);
    expect(out).toContain(
      "test.yaml:14:14 there is no anchor 'god' before this",
    );
    expect(await run(named)).toBe(1);
    expect(out).toMatch(/test\.yaml:6:14 .*none\.yaml cannot be read/);
  });

  it('holds a test to the policy that it names', async () => {
    const named = oneCase('*good', 'expect: { gate/ship: allow }').replace(
      'now:',
      'policies: [scorecard.yaml]\n  now:',
    );

    expect(await run(named)).toBe(1);
    expect(out).toContain("there is no 'gate/ship' in the policy");
  });

  it('is not well where the policy is at fault', async () => {
    await writeFile(
      join(dir, 'gate.yaml'),
      gate.replace('reliability.incidents', 'reliability.incidence'),
    );

    expect(await run(oneCase('*good', 'expect: { owned: pass }'))).toBe(1);
    expect(out).toContain('1 of 1 cases hold; 1 faults');
    expect(out).toContain('gate.yaml:11:62 unknown fact');
  });

  describe('a check that no case fails', () => {
    const passing = oneCase('*good', 'expect: { "*": pass, finance: unknown }');
    const failing = testOf(`
    - name: they fail
      facts: { ownership: { owner_resolves: false }, reliability: { incidents: 4 } }
      answers: { ready/finance: fail }
      expect: { owned: fail, calm: warn, finance: fail, gate/ship: deny }
`);

    it('is told, and is a fault only where that is asked for', async () => {
      expect(await run(passing)).toBe(0);
      expect(out).toContain('No case fails these');
      expect(out).toContain(
        '  ready/owned\n  ready/calm\n  ready/finance\n  gate/ship/hotfix\n',
      );
      expect(await run(passing, '--require-failing-case')).toBe(1);
    });

    it('is none where each fails once in a case that would notice', async () => {
      expect(await run(failing, '--require-failing-case')).toBe(0);
      expect(out).not.toContain('No case fails these');
    });

    it('is one all the same where nothing was expected of it', async () => {
      const unnoticed = failing.replace(', gate/ship: deny', '');

      expect(await run(unnoticed, '--require-failing-case')).toBe(1);
      expect(out).toContain('can fail:\n  gate/ship/hotfix\n');
    });
  });

  it('gives JUnit that a parser takes, whatever a case is called', async () => {
    const file = join(dir, 'junit.xml');
    const test = oneCase('*good', 'expect: { owned: fail }').replace(
      'a case',
      '"<a> & \\"b\\" \\u0007"',
    );

    expect(await run(test, '--format', 'junit', '--output', file)).toBe(1);

    const xml = await readFile(file, 'utf8');
    expect(xml).toContain('<testsuites tests="1" failures="1" errors="0">');
    expect(xml).toContain('name="&lt;a&gt; &amp; &quot;b&quot; \ufffd"');
    expect(xml).toMatch(
      /<failure message="owned is pass, and fail was expected/,
    );
    expect(out).toContain('FAIL <a> & "b"');
  });

  it('gives JSON with every case', async () => {
    await run(oneCase('*good', 'expect: { owned: fail }'), '--format', 'json');

    expect(JSON.parse(out)).toMatchObject({
      cases: [
        {
          test: 'readiness',
          name: 'a case',
          line: 13,
          holds: false,
          failures: [{ line: 15, column: 17 }],
        },
      ],
      faults: [],
      neverFailing: expect.arrayContaining(['ready/owned']),
    });
  });

  it('does not call it well where there is no test', async () => {
    expect(await run(scorecard.replace('name: ready', 'name: other'))).toBe(2);
    expect(err).toContain('there is no document of kind PolicyTest');
  });
});
