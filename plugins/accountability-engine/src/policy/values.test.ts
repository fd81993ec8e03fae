import { FactData } from 'backstage-plugin-accountability-common';
import { celEngine } from './cel/celEngine';
import { sampleFacts, scopeOf } from './testing/policyKit';
import { PolicyScope } from './PolicyEngine';

function outcome(expression: string, scope: Partial<PolicyScope> = {}) {
  const result = celEngine.compile(expression, {
    facts: sampleFacts,
    request: true,
  });
  if (!result.ok) {
    throw new Error(result.faults.map(({ message }) => message).join());
  }
  const { clauses } = result.expression;
  const [first] = clauses.map(clause =>
    clause.evaluate({ ...scopeOf(), ...scope }),
  );
  if (first.outcome !== 'unknown') return first.outcome;
  return first.error ? 'error' : first.because.join();
}

const withFact = (id: string, value: FactData) => ({
  facts: scopeOf({ [id]: value }).facts,
});

const withEntity = (metadata: object, service = {}) => ({
  service: { ...scopeOf().service, entity: { metadata }, ...service },
});

describe('a fact', () => {
  it.each<[string, FactData, string, string]>([
    ['security.scanner', 'trivy', 'security.scanner == "trivy"', 'true'],
    ['security.scanner', '', 'security.scanner == ""', 'true'],
    [
      'security.scanner',
      3,
      'security.scanner == "3"',
      'security.scanner is unknown: it is not a text',
    ],
    [
      'security.scanner',
      'x'.repeat(1024),
      'size(security.scanner) == 1024',
      'true',
    ],
    [
      'security.scanner',
      'x'.repeat(1025),
      'size(security.scanner) > 0',
      'security.scanner is unknown: it is longer than 1024 characters',
    ],
    ['security.last_scan', 1e12, 'security.last_scan < now', 'true'],
    [
      'security.last_scan',
      1e20,
      'security.last_scan < now',
      'security.last_scan is unknown: it is not an instant',
    ],
    [
      'security.last_scan',
      '2026-01-01',
      'security.last_scan < now',
      'security.last_scan is unknown: it is not an instant',
    ],
    [
      'pipeline.required_checks',
      ['a'],
      'pipeline.required_checks == ["a"]',
      'true',
    ],
    [
      'pipeline.required_checks',
      Array(50).fill('a'),
      'size(pipeline.required_checks) == 50',
      'true',
    ],
    [
      'pipeline.required_checks',
      Array(51).fill('a'),
      'size(pipeline.required_checks) > 0',
      'pipeline.required_checks is unknown: it has more than 50 items',
    ],
    [
      'pipeline.required_checks',
      ['x'.repeat(257)],
      'size(pipeline.required_checks) > 0',
      'pipeline.required_checks is unknown: it has an item longer than 256 characters',
    ],
    ['ownership.contacts', { a: 'b' }, 'ownership.contacts.a == "b"', 'true'],
    ['ownership.contacts', { a: 'b' }, 'has(ownership.contacts.b)', 'false'],
    ['ownership.contacts', { a: 'b' }, '"a" in ownership.contacts', 'true'],
    [
      'ownership.contacts',
      { a: 'b' },
      'ownership.contacts.exists(k, ownership.contacts[k] == "b")',
      'true',
    ],
    [
      'ownership.contacts',
      { a: 'b' },
      'has(ownership.contacts.toString) || has(ownership.contacts.__proto__)',
      'false',
    ],
    [
      'ownership.contacts',
      ['a'],
      'has(ownership.contacts.a)',
      'ownership.contacts.a is unknown: it is not texts by name',
    ],
    [
      'ownership.contacts',
      { a: 'x'.repeat(1025), b: 'y' },
      'ownership.contacts.b == "y"',
      'true',
    ],
    [
      'ownership.contacts',
      { a: 'x'.repeat(1025) },
      'has(ownership.contacts.a)',
      'ownership.contacts.a is unknown: it is longer than 1024 characters',
    ],
    [
      'ownership.contacts',
      { a: 'x'.repeat(1025) },
      'size(ownership.contacts) == 1',
      'ownership.contacts is unknown: it has an entry longer than 1024 characters',
    ],
    [
      'ownership.owner_resolves',
      1,
      'ownership.owner_resolves',
      'ownership.owner_resolves is unknown: it is not true or false',
    ],
    [
      'reliability.incidents',
      true,
      'reliability.incidents == 1',
      'reliability.incidents is unknown: it is not a number',
    ],
  ])('%s of %j: %s is %s', (id, value, expression, gives) => {
    expect(outcome(expression, withFact(id, value))).toBe(gives);
  });

  it('that is unknown has no keys that could be said to be missing', () => {
    const because = 'ownership.contacts is unknown: it was not measured';

    expect(outcome('has(ownership.contacts.team)')).toBe(because);
    expect(outcome('has(ownership.contacts)')).toBe('false');
    expect(
      outcome('has(ownership.contacts) && has(ownership.contacts.team)'),
    ).toBe('false');
  });
});

describe('a service', () => {
  it.each<[string, Partial<PolicyScope>, string]>([
    ['service.kind == "Component"', {}, 'true'],
    ['service.name == "payments"', {}, 'true'],
    ['service.namespace == "default"', {}, 'true'],
    [
      'service.namespace == "finance"',
      withEntity({ namespace: 'finance' }),
      'true',
    ],
    [
      'service.system == "system:default/pay"',
      withEntity({}, { system: 'system:default/pay' }),
      'true',
    ],
    [
      'service.system == "pay"',
      withEntity({}, { entity: { spec: { system: 'pay' } } }),
      'true',
    ],
    ['has(service.system)', {}, 'false'],
    ['service.tags == []', {}, 'true'],
    ['"pci" in service.tags', withEntity({ tags: ['pci'] }), 'true'],
    ['service.labels == {}', {}, 'true'],
    [
      'service.annotations["a.io/b"] == "c"',
      withEntity({ annotations: { 'a.io/b': 'c' } }),
      'true',
    ],
    ['has(service.title)', withEntity({ title: '' }), 'false'],
    [
      'has(service.title)',
      withEntity({ title: 'x'.repeat(257) }),
      'service.title is unknown: it is longer than 256 characters',
    ],
    [
      'service.tags.size() == 1',
      withEntity({ tags: [3] }),
      'service.tags is unknown: it is not a list of texts',
    ],
    [
      'service.labels.constructor == "x"',
      {},
      'service.labels.constructor is not set in the catalog',
    ],
    [
      'service.labels.constructor == "x"',
      withEntity({ labels: { constructor: 'x' } }),
      'true',
    ],
  ])('%s with %j is %s', (expression, scope, gives) => {
    expect(outcome(expression, scope)).toBe(gives);
  });
});

describe('a request', () => {
  const request = { point: 'deploy', environment: 'production', labels: ['a'] };

  it.each([
    ['request.point == "deploy"', 'true'],
    ['request.environment == "production"', 'true'],
    ['request.commit == "x"', 'request.commit was not given'],
    ['has(request.artifact)', 'false'],
    ['"a" in request.labels', 'true'],
  ])('%s is %s', (expression, gives) => {
    expect(outcome(expression, { request })).toBe(gives);
  });

  it('is unknown where nobody asked', () => {
    expect(outcome('request.point == "deploy"')).toBe(
      'request.point was not given',
    );
  });
});

describe('what cannot be computed although everything is known is an error', () => {
  it.each([
    ['1 / 0 == 1', 'error'],
    ['1.0 / 0.0 < 1.0', 'error'],
    ['1e308 * 10.0 > 1.0', 'error'],
    ['9223372036854775807 + 1 > 0', 'error'],
    ['int(service.type) == 1', 'error'],
    ['double(service.type) < 1.0', 'error'],
    ['duration(service.type) < days(1)', 'error'],
    ['timestamp(service.type) < now', 'error'],
    ['[1][3] == 1', 'error'],
    ['{"a": 1}[service.type] == 1', 'error'],
    // It is not, where a fact is missing too.
    [
      '1 / 0 == 1 || reliability.incidents == 1',
      'reliability.incidents is unknown: it was not measured',
    ],
    [
      '1.0 / reliability.incidents < 1',
      'reliability.incidents is unknown: it was not measured',
    ],
    // A branch that is not taken does not matter.
    [
      'has(reliability.incidents) ? reliability.incidents < 1 : 1 / 0 == 1',
      'error',
    ],
    ['true || 1 / 0 == 1', 'true'],
  ])('%s is %s', (expression, gives) => {
    expect(outcome(expression)).toBe(gives);
  });
});
