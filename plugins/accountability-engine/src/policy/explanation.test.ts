import { FactData } from 'backstage-plugin-accountability-common';
import { RuleEnvironment } from './PolicyEngine';
import { celEngine } from './cel/celEngine';
import { judgeClauses } from './judgeClauses';
import { explainClauses } from './explainClauses';
import { sampleFacts, scopeOf } from './testing/policyKit';

const A = 'reliability.incidents';
const B = 'reliability.change_fail_rate';

const environment: RuleEnvironment = {
  facts: sampleFacts,
  request: true,
  params: new Map([
    ['limit', { type: 'double', value: 0.02 }],
    ['required', { type: 'list<string>', value: ['build', 'test', 'sast'] }],
  ]),
  variables: new Map([
    ['calm', `${A} == 0 && ${B} < params.limit`],
    ['most', 'service.type == "website" ? 3 : 1'],
  ]),
};

const metadata = {
  name: 'payments',
  tags: ['java', 'pci'],
  labels: { tier: '1' },
};

function say(expression: string, facts: Record<string, FactData | undefined>) {
  const result = celEngine.compile(expression, environment);
  if (!result.ok) {
    throw new Error(result.faults.map(({ message }) => message).join());
  }
  const request = { point: 'deploy', labels: ['hotfix', 'urgent'] };
  const scope = { ...scopeOf(facts, { entity: { metadata } }), request };
  return explainClauses(judgeClauses(result.expression.clauses, scope));
}

describe('the sentence that says why', () => {
  it.each<[string, Record<string, FactData | undefined>, string]>([
    // A param is shown by its value.
    [
      `${B} < params.limit`,
      { [B]: 0.05 },
      `${B} is 5 %; it has to be below 2 %.`,
    ],
    // Of "or" every part is told, of "and" within it those that fail.
    [
      `${A} == 0 || (${B} < 0.1 && ownership.owner_resolves)`,
      { [A]: 2, [B]: 0.5, 'ownership.owner_resolves': true },
      `${A} has to be 0 and is 2, or ${B} has to be below 10 % and is 50 %.`,
    ],
    [`${A} == 0 || ${B} < 0.1`, { [A]: 0, [B]: 0.5 }, `${A} is 0.`],
    [
      `${A} == 0 || ${B} < 0.1`,
      { [A]: 2 },
      `${B} is unknown: it was not measured.`,
    ],
    // Not is told the other way round.
    [`!(${A} > 3)`, { [A]: 5 }, `${A} is 5; it has to be at most 3.`],
    [
      `!(${A} > 3 || ${B} > 0.1)`,
      { [A]: 1, [B]: 0.2 },
      `${B} is 20 %; it has to be at most 10 %.`,
    ],
    [
      `!(${A} > 3 && ${B} > 0.1)`,
      { [A]: 4, [B]: 0.2 },
      `${A} has to be at most 3 and is 4, or ${B} has to be at most 10 % and is 20 %.`,
    ],
    // Of a choice the branch that is taken.
    [
      `service.type == "service" ? ${A} < 3 : ${B} < 0.1`,
      { [A]: 5 },
      `as service.type is service, ${A} is 5; it has to be below 3.`,
    ],
    [
      `has(${A}) ? ${A} < 3 : false`,
      {},
      `${A} is not known; it has to be known.`,
    ],
    // A limit that is computed is told with what it came to.
    [
      `${A} <= variables.most`,
      { [A]: 2 },
      `${A} is 2; it has to be at most 1 (variables.most).`,
    ],
    [
      `${A} < ${B}`,
      { [A]: 2, [B]: 0.5 },
      `${A} is 2; it has to be below 0.5 (${B}).`,
    ],
    // A variable is told by what it is made of.
    [
      'variables.calm',
      { [A]: 0, [B]: 0.5 },
      `${B} is 50 %; it has to be below 2 %.`,
    ],
    // Lists.
    [
      'service.type in ["website", "library"]',
      {},
      'service.type is service; it has to be one of [website, library].',
    ],
    [
      '!("pci" in service.tags)',
      {},
      'service.tags is [java, pci]; it has to not contain pci.',
    ],
    [
      'service.owner.startsWith("group:other/")',
      {},
      'service.owner is group:default/payments; it has to start with group:other/.',
    ],
    [
      'params.required.all(c, c in pipeline.required_checks)',
      { 'pipeline.required_checks': ['build'] },
      'not every item of params.required fits: for test, pipeline.required_checks has to contain test and is [build]; for sast, pipeline.required_checks has to contain sast and is [build].',
    ],
    [
      'request.labels.exists(l, l == "incident-fix")',
      {},
      'no item of request.labels fits: for hotfix, l has to be incident-fix and is hotfix; for urgent, l has to be incident-fix and is urgent.',
    ],
    [
      '[1, 2, 3, 4, 5].all(n, n > 9)',
      {},
      'not every item of [1, 2, 3, 4, 5] fits: for 1, n has to be above 9 and is 1; for 2, n has to be above 9 and is 2; for 3, n has to be above 9 and is 3; and 2 more.',
    ],
    [
      'pipeline.required_checks.exists(c, c == "sast")',
      { 'pipeline.required_checks': [] },
      'pipeline.required_checks is empty.',
    ],
    [
      'service.tags.all(t, service.labels[t] == "1")',
      {},
      "service.labels[t] could not be computed: there is no 'java'; service.labels[t] could not be computed: there is no 'pci'.",
    ],
    // What is unset, and where.
    [
      'service.labels.team == "a"',
      {},
      'service.labels.team is not set in the catalog.',
    ],
    ['service.system == "a"', {}, 'service.system is not set in the catalog.'],
    [
      'request.environment == "production"',
      {},
      'request.environment was not given.',
    ],
    [
      'ownership.contacts["on call"] == "a"',
      { 'ownership.contacts': { team: 'a' } },
      'ownership.contacts["on call"] is not there.',
    ],
    [
      'has(service.labels.team)',
      {},
      'service.labels.team is not set; it has to be set.',
    ],
    // Instants and ages.
    [
      'now - security.last_scan < days(3)',
      { 'security.last_scan': Date.UTC(2026, 10, 10, 12) },
      'now - security.last_scan is 13 d; it has to be below 3 d.',
    ],
    [
      'now.getDayOfWeek("Europe/Berlin") != 1',
      {},
      'now.getDayOfWeek("Europe/Berlin") is 1; it has to be other than 1.',
    ],
    // What cannot be computed.
    [
      `int("x") == 1`,
      {},
      `int("x") could not be computed: 'x' is not a whole number.`,
    ],
    [
      `double(service.labels.tier) / ${A} < 1`,
      { [A]: 0 },
      `double(service.labels.tier) / ${A} could not be computed: division by zero.`,
    ],
  ])('%s with %j: %s', (expression, facts, because) => {
    expect(say(expression, facts)).toBe(because);
  });

  it('stays short, however long the expression is', () => {
    const parts = Array.from({ length: 100 }, (_, n) => `${A} == ${n}`);

    const because = say(parts.join(' || '), { [A]: 200 });

    expect(because).toMatch(/ has to be 4 and is 200, or 95 more\.$/);
  });
});
