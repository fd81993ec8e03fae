import { compilePolicy } from 'backstage-plugin-accountability-engine';
import { toFacts } from '../toFacts';
import { importChecks, ImportOptions } from './importChecks';

const retrievers = [
  {
    id: 'ownershipFactRetriever',
    schema: {
      hasOwner: { type: 'boolean', description: 'Owner?' },
      members: { type: 'integer', description: 'Members' },
    },
  },
  {
    id: 'scan',
    schema: {
      coverage: { type: 'float', description: 'Coverage' },
      language: { type: 'string', description: 'Language' },
      topics: { type: 'set', description: 'Topics' },
      at: { type: 'datetime', description: 'When' },
      raw: { type: 'object', description: 'Raw' },
    },
  },
] as const;

/** An app-config with one check of these conditions. */
function configOf(conditions: object, check: object = {}): string {
  return JSON.stringify({
    techInsights: {
      factChecker: {
        checks: {
          someCheck: {
            type: 'json-rules-engine',
            name: 'Some check',
            factIds: ['ownershipFactRetriever', 'scan'],
            rule: { conditions },
            ...check,
          },
        },
      },
    },
  });
}

/** Compiles what was written, and gives its checks. */
function compiled(yaml: string | undefined) {
  const policy = compilePolicy({
    files: [{ name: 'imported.yaml', text: yaml ?? '' }],
    facts: retrievers.flatMap(retriever => toFacts(retriever).facts),
    digest: 'digest',
  });
  expect(policy.diagnostics).toEqual([]);
  return policy.scorecards.flatMap(({ checks }) => checks);
}

function importOne(
  conditions: object,
  check: object = {},
  options: ImportOptions = { retrievers },
) {
  const { yaml, report } = importChecks(configOf(conditions, check), options);
  return { yaml, report, checks: yaml === undefined ? [] : compiled(yaml) };
}

const is = (fact: string, operator: string, value: unknown) => ({
  fact,
  operator,
  value,
});

describe('an imported check', () => {
  it.each([
    {
      given: is('hasOwner', 'equal', true),
      gives: 'ownership_fact_retriever.has_owner',
    },
    {
      given: is('hasOwner', 'equal', false),
      gives: '!ownership_fact_retriever.has_owner',
    },
    {
      given: is('hasOwner', 'notEqual', true),
      gives: '!ownership_fact_retriever.has_owner',
    },
    {
      given: is('members', 'equal', 3),
      gives: 'ownership_fact_retriever.members == 3.0',
    },
    {
      given: is('members', 'notEqual', -1),
      gives: 'ownership_fact_retriever.members != -1.0',
    },
    { given: is('coverage', 'lessThan', 0.5), gives: 'scan.coverage < 0.5' },
    {
      given: is('coverage', 'lessThanInclusive', 1),
      gives: 'scan.coverage <= 1.0',
    },
    {
      given: is('coverage', 'greaterThan', 0),
      gives: 'scan.coverage > 0.0',
    },
    {
      given: is('coverage', 'greaterThanInclusive', 80),
      gives: 'scan.coverage >= 80.0',
    },
    {
      given: is('language', 'equal', 'a "b"\n'),
      gives: 'scan.language == "a \\"b\\"\\n"',
    },
    {
      given: is('language', 'in', ['go', 'java']),
      gives: 'scan.language in ["go", "java"]',
    },
    {
      given: is('members', 'notIn', [1, 2]),
      gives: '!(ownership_fact_retriever.members in [1.0, 2.0])',
    },
    { given: is('topics', 'contains', 'a'), gives: '"a" in scan.topics' },
    {
      given: is('topics', 'doesNotContain', 'a'),
      gives: '!("a" in scan.topics)',
    },
  ])('says $gives', ({ given, gives }) => {
    const { checks, report } = importOne({ all: [given] });

    expect(report).toEqual([]);
    expect(checks.map(({ expression }) => expression)).toEqual([gives]);
  });

  it('joins all, any and not as they were', () => {
    const { checks } = importOne({
      all: [
        is('hasOwner', 'equal', true),
        {
          any: [
            is('coverage', 'greaterThan', 0.8),
            { not: is('language', 'equal', 'go') },
            {
              all: [is('members', 'equal', 1), is('members', 'equal', 2)],
            },
          ],
        },
      ],
    });

    expect(checks.map(({ expression }) => expression)).toEqual([
      [
        'ownership_fact_retriever.has_owner',
        '  && (scan.coverage > 0.8 || !(scan.language == "go") || (ownership_fact_retriever.members == 1.0 && ownership_fact_retriever.members == 2.0))',
      ].join('\n'),
    ]);
  });

  it('has the title, what to do, links and whom it is for', () => {
    const { yaml, checks, report } = importOne(
      { all: [is('hasOwner', 'equal', true)] },
      {
        description: 'Somebody owns it.',
        filter: { kind: 'component', 'spec.lifecycle': ['production', 'beta'] },
        failureMetadata: { solution: 'Set spec.owner.' },
        links: [{ title: 'Why', url: 'https://acme.example/why' }],
      },
    );

    expect(report).toEqual([]);
    expect(yaml).toContain('# Somebody owns it.');
    expect(checks).toMatchObject([
      {
        id: 'some-check',
        title: 'Some check',
        when: 'service.kind == "Component" && service.lifecycle in ["production", "beta"]',
        remediation: 'Set spec.owner.',
        links: [{ title: 'Why', url: 'https://acme.example/why' }],
        mode: 'warn',
        burden: 'ownership',
      },
    ]);
  });

  it('needs no schema where one retriever tells everything', () => {
    const { checks } = importOne(
      { any: [is('coverage', 'greaterThan', 0.8)] },
      { factIds: ['scan'] },
      { burden: 'reliability' },
    );

    expect(checks).toMatchObject([
      { burden: 'reliability', expression: 'scan.coverage > 0.8' },
    ]);
  });
});

describe('what has no equal', () => {
  it.each([
    {
      given: 'an operator of somebody else',
      conditions: { all: [is('coverage', 'isNear', 1)] },
      gives: 'the operator isNear is none of json-rules-engine itself',
    },
    {
      given: 'a path',
      conditions: {
        all: [{ ...is('language', 'equal', 'go'), path: '$.name' }],
      },
      gives: 'path of a condition has no equal',
    },
    {
      given: 'parameters',
      conditions: { all: [{ ...is('language', 'equal', 'a'), params: {} }] },
      gives: 'params of a condition has no equal',
    },
    {
      given: 'a condition that is shared',
      conditions: { all: [{ condition: 'shared' }] },
      gives: 'it names a condition that is defined elsewhere',
    },
    {
      given: 'an object',
      conditions: { all: [is('raw', 'equal', 'a')] },
      gives: 'the fact raw is an object',
    },
    {
      given: 'an instant',
      conditions: { all: [is('at', 'greaterThan', 1)] },
      gives: 'scan.at is an instant',
    },
    {
      given: 'a value of another type',
      conditions: { all: [is('members', 'equal', '3')] },
      gives: 'ownership_fact_retriever.members is a number',
    },
    {
      given: 'a fact that nobody tells',
      conditions: { all: [is('unheardOf', 'equal', 1)] },
      gives: 'no retriever of ownershipFactRetriever, scan tells unheardOf',
    },
    {
      given: 'nothing to hold',
      conditions: { all: [] },
      gives: 'all lists no condition',
    },
    {
      given: 'null',
      conditions: { all: [is('language', 'equal', null)] },
      gives: 'scan.language is a text and is compared with something else',
    },
  ])('is told where it is $given', ({ conditions, gives }) => {
    const { yaml, report } = importOne(conditions);

    expect(yaml).toBeUndefined();
    expect(report).toMatchObject([
      {
        check: 'someCheck',
        costs: 'check',
        message: expect.stringContaining(gives),
      },
    ]);
  });

  it('is told where two retrievers could tell a fact and none is known', () => {
    const { report } = importOne({ all: [is('coverage', 'equal', 1)] }, {}, {});

    expect(report).toMatchObject([
      { message: expect.stringContaining('cannot be seen here') },
    ]);
  });

  it('costs that check alone, and is told at its line and column', () => {
    const { yaml, report } = importChecks(`app: {}
techInsights:
  factChecker:
    checks:
      good:
        type: json-rules-engine
        name: Good
        factIds: [scan]
        successMetadata: { text: well done }
        rule: { conditions: { all: [{ fact: coverage, operator: lessThan, value: 1 }] } }
      other:
        type: in-house
      bad:
        type: json-rules-engine
        name: Bad
        factIds: [scan]
        rule:
          conditions:
            any:
              - fact: coverage
                operator: isNear
                value: 1
              - fact: coverage
                operator: equal
                params: {}
`);

    expect(compiled(yaml).map(({ id }) => id)).toEqual(['good']);
    expect(
      report.map(({ check, line, column, costs }) => [
        check,
        line,
        column,
        costs,
      ]),
    ).toEqual([
      ['good', 9, 9, 'part'],
      ['other', 12, 15, 'check'],
      ['bad', 21, 27, 'check'],
      ['bad', 25, 17, 'check'],
    ]);
  });

  it.each([
    { given: '', gives: 'there are no checks at' },
    { given: 'techInsights: {}', gives: 'there are no checks at' },
    { given: 'a: [', gives: 'Flow sequence' },
  ])('is told of a file that is "$given"', ({ given, gives }) => {
    const { yaml, report } = importChecks(given);

    expect(yaml).toBeUndefined();
    expect(report[0].message).toContain(gives);
  });
});
