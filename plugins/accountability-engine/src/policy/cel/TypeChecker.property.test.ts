import fc from 'fast-check';
import { Param, PolicyScope, RuleEnvironment } from '../PolicyEngine';
import { sampleFacts, scopeOf } from '../testing/policyKit';
import { celEngine } from './celEngine';

type Kind = keyof typeof leaves;

/** By type, so that most of what is made is accepted. */
const leaves = {
  bool: [
    ...['ownership.owner_resolves', 'params.b', 'variables.calm', 'true'],
    ...['has(reliability.incidents)', 'has(service.labels.team)'],
    ...['has(ownership.contacts.team)', 'has(request.commit)'],
  ],
  double: [
    ...['reliability.change_fail_rate', 'reliability.incidents', '1.5', '0.0'],
    ...['params.d', 'variables.rate', '-2.0', '1e308'],
  ],
  int: ['0', '1', '-2', 'params.i', '9223372036854775807'],
  string: [
    ...['security.scanner', 'ownership.contacts.team', 'service.type'],
    ...['ownership.contacts["on call"]', 'service.title', 'service.system'],
    ...['request.point', 'request.environment', 'params.s', '"a"', '"1"'],
    'service.annotations["a/b"]',
  ],
  list: [
    ...['pipeline.required_checks', 'service.tags', 'request.labels'],
    ...['params.l', 'variables.teams', '["a", "b"]', '[]'],
  ],
  numbers: ['[1.5, 2.0]', '[]'],
  map: [
    ...['ownership.contacts', 'service.labels', 'service.annotations'],
    ...['{"a": "b"}', '{}'],
  ],
  instant: ['security.last_scan', 'now', 'timestamp("2026-01-01T00:00:00Z")'],
  span: ['days(1)', 'duration("1h")', '(now - security.last_scan)'],
};

/** How values of a type are made of others. */
const productions: Record<Kind, string[]> = {
  bool: [
    ...['!bool', 'bool && bool', 'bool || bool', 'bool ? bool : bool'],
    ...['double < double', 'double >= double', 'int <= int', 'int != int'],
    ...['string == string', 'string < string', 'instant < instant'],
    ...['span >= span', 'bool == bool', 'list == list', 'map == map'],
    ...['string in list', 'string in map', 'double in numbers'],
    ...['string.contains(string)', 'string.startsWith(string)'],
    ...['string.endsWith(string)', 'string.matches("^a+$")'],
    ...['list.all(x, x == string)', 'list.exists(x, x.contains(string))'],
    ...['numbers.all(x, x < double)', 'map.exists(x, map[x] == string)'],
    ...['list.exists_one(x, x < string)', 'has(map.team)'],
  ],
  double: [
    ...['double + double', 'double - double', 'double * double', '-double'],
    ...['double / double', 'double(int)', 'double(string)', 'numbers[int]'],
    'bool ? double : double',
  ],
  int: [
    ...['int + int', 'int * int', 'int / int', 'int % int', 'int(double)'],
    ...['int(string)', 'size(string)', 'list.size()', 'size(map)'],
    ...['instant.getHours("Europe/Berlin")', 'instant.getDayOfWeek()'],
    ...['span.getMinutes()', 'instant.getFullYear()'],
  ],
  string: [
    ...['string + string', 'string(double)', 'string(int)', 'string(bool)'],
    ...['string(instant)', 'string(span)', 'list[int]', 'map[string]'],
    ...['map.team', 'bool ? string : string'],
  ],
  list: [
    ...['list + list', '[string, string]', 'list.filter(x, x != string)'],
    ...['list.map(x, x + string)', 'map.map(x, map[x])'],
    ...['bool ? list : list', 'numbers.map(x, string(x))'],
  ],
  numbers: [
    '[double, double]',
    'numbers.map(x, x * double)',
    'numbers + numbers',
  ],
  map: ['{string: string}', 'bool ? map : map'],
  instant: ['instant + span', 'instant - span', 'timestamp(string)'],
  span: [
    ...['instant - instant', 'span + span', 'span - span', 'days(double)'],
    'duration(string)',
  ],
};

const kinds = Object.keys(leaves).filter(
  (kind): kind is Kind => kind in productions,
);

/** Shared by all parts, so that no expression is too deep. */
const depth = fc.createDepthIdentifier();
/** Now and then a value of another type: what the checker lets through then is the interesting part. */
const made = fc.letrec<Record<Kind | 'any', string>>(tie => {
  const place = (kind: Kind) =>
    fc.oneof(
      { weight: 5, arbitrary: tie(kind) },
      { weight: 1, arbitrary: tie('any') },
    );
  const produce = (production: string) => {
    const parts = production.split(
      new RegExp(`(?<![\\w"])(${kinds.join('|')})(?![\\w(])`),
    );
    return fc
      .tuple(
        ...parts.map((part, index) => {
          const kind = kinds.find(known => known === part);
          return index % 2 === 1 && kind ? place(kind) : fc.constant(part);
        }),
      )
      .map(texts => `(${texts.join('')})`);
  };
  const of = (kind: Kind) =>
    fc.oneof(
      { maxDepth: 3, depthIdentifier: depth, withCrossShrink: true },
      fc.constantFrom(...leaves[kind]),
      ...productions[kind].map(produce),
    );
  const all = {
    bool: of('bool'),
    double: of('double'),
    int: of('int'),
    string: of('string'),
    list: of('list'),
    numbers: of('numbers'),
    map: of('map'),
    instant: of('instant'),
    span: of('span'),
  };
  return { ...all, any: fc.oneof(...Object.values(all)) };
});

const params = new Map<string, Param>([
  ['b', { type: 'bool', value: true }],
  ['i', { type: 'int', value: 3 }],
  ['d', { type: 'double', value: 0.5 }],
  ['s', { type: 'string', value: 'a' }],
  ['l', { type: 'list<string>', value: ['a', 'b'] }],
]);

const environment: RuleEnvironment = {
  facts: sampleFacts,
  params,
  request: true,
  variables: new Map([
    ['rate', 'reliability.change_fail_rate * 2.0'],
    ['teams', 'service.tags + params.l'],
    ['calm', 'reliability.incidents == 0 || variables.rate < params.d'],
    ['map', '{"x": variables.rate}'],
  ]),
};

const number = fc.option(fc.oneof(fc.double(), fc.constantFrom(0, 1, -1)), {
  nil: undefined,
});
const text = fc.constantFrom('a', '1', '', 'x'.repeat(300), undefined);
const texts = fc.option(
  fc.array(fc.constantFrom('a', 'b', ''), { maxLength: 3 }),
  {
    nil: undefined,
  },
);
const labels = fc.option(
  fc.dictionary(fc.constantFrom('team', 'on call', '__proto__'), fc.string()),
  { nil: undefined },
);

/** Values of the right type, of a wrong one, and none. */
const scope: fc.Arbitrary<PolicyScope> = fc
  .record({
    'reliability.change_fail_rate': fc.oneof(number, text),
    'reliability.incidents': number,
    'ownership.owner_resolves': fc.constantFrom(true, false, 1, undefined),
    'security.scanner': fc.oneof(text, number),
    'security.last_scan': fc.oneof(number, fc.constantFrom(1e12, 1e20, 'a')),
    'pipeline.required_checks': fc.oneof(texts, labels),
    'ownership.contacts': fc.oneof(labels, texts),
    type: text,
    system: text,
    environment: text,
    commit: text,
    tags: fc.oneof(texts, text),
    labels,
  })
  .map(({ type, system, environment: where, commit, tags, ...given }) => {
    const { labels: own, ...facts } = given;
    const metadata = { name: 'pay', tags, labels: own };
    return {
      ...scopeOf(facts, { type, system, entity: { metadata } }),
      request: { point: 'deploy', environment: where, commit, labels: ['a'] },
    };
  });

const typeError =
  /overload|type mismatch|not a boolean|Cannot read|it has no value|unresolved|nsupported|undefined/;

it('what the checker accepts never meets a type error, whatever is known', () => {
  let accepted = 0;

  fc.assert(
    fc.property(made.bool, made.any, scope, (bool, any, given) => {
      for (const candidate of [bool, `${any} == ${any}`]) {
        const result = celEngine.compile(candidate, environment);
        if (!result.ok) continue;
        accepted += 1;
        for (const clause of result.expression.clauses) {
          const outcome = clause.evaluate(given);
          const because =
            outcome.outcome === 'unknown'
              ? outcome.because
              : [outcome.explain()];
          expect(because.length).toBeGreaterThan(0);
          expect(because.join()).not.toMatch(typeError);
          outcome.read();
        }
      }
    }),
    { numRuns: 1500 },
  );

  expect(accepted).toBeGreaterThan(1000);
});

it('what is asked of a message is a text or nothing', () => {
  fc.assert(
    fc.property(made.string, scope, (source, given) => {
      const result = celEngine.compileMessage(source, environment);
      const said = result.ok ? result.message.compose(given) : undefined;
      expect(['string', 'undefined']).toContain(typeof said);
    }),
    { numRuns: 500 },
  );
});
