import { collectUpload } from '../../__testUtils__/collectUpload';
import { eventsOf } from '../../__testUtils__/eventsOf';
import { UploadParameters } from '../../testUtils';
import {
  injection,
  runWith,
  sarifLogWith,
} from '../../testUtils/examples/sarifLogWith';

const upload = (
  results: unknown,
  given: { run?: object; parameters?: UploadParameters } = {},
) =>
  eventsOf(
    collectUpload(
      'sarif',
      sarifLogWith(runWith(results, given.run)),
      given.parameters,
    ),
  );

const at = (startLine: number, text?: string) => ({
  physicalLocation: {
    artifactLocation: { uri: 'src/query.js' },
    region: { startLine, ...(text && { snippet: { text } }) },
  },
});
const plain = (startLine: number, text?: string) => ({
  ...injection,
  partialFingerprints: undefined,
  locations: [at(startLine, text)],
});
const idsOf = (results: unknown, parameters?: UploadParameters) =>
  upload(results, { parameters }).findings.map(({ record }) => record);

describe('SARIF', () => {
  it('gives a finding of its report, at the time of its report', () => {
    const { reports, findings } = upload([injection]);

    expect(findings).toEqual([
      {
        kind: 'finding',
        state: 'open',
        record: expect.stringMatching(
          /^sarif:finding:acme\/payments:[0-9a-f]{24}$/,
        ),
        subject: 'github:acme/payments',
        at: reports[0].at,
        series: reports[0].series,
        severity: 'high',
        category: 'code',
        rule: 'js/sql-injection',
        identifiers: ['CWE-89'],
        title: 'Query built from user input in src/query.js',
        url: 'https://codeql.example.org/js/sql-injection',
      },
    ]);
    expect(reports[0].measures).toEqual({
      failed_runs: 0,
      results: 1,
      findings: 1,
      findings_critical: 0,
      findings_high: 1,
      findings_medium: 0,
      findings_low: 0,
      findings_dismissed: 0,
    });
  });

  it.each([
    { given: '9.8', gives: 'critical' },
    { given: '9', gives: 'critical' },
    { given: 7, gives: 'high' },
    { given: '6.9', gives: 'medium' },
    { given: '0.1', gives: 'low' },
    { given: '0.0', gives: undefined },
    { given: '11', gives: 'high' },
    { given: 'high', gives: 'high' },
    { given: null, gives: 'high' },
    { given: '', gives: 'high' },
  ])('reads the score $given as $gives', ({ given, gives }) => {
    const { findings } = upload([
      { ...injection, properties: { 'security-severity': given } },
    ]);

    expect(findings[0].severity).toBe(gives);
  });

  it.each([
    { level: 'error', rule: undefined, gives: 'high' },
    { level: 'warning', rule: 'error', gives: 'medium' },
    { level: 'note', rule: undefined, gives: 'low' },
    { level: undefined, rule: 'note', gives: 'low' },
    { level: undefined, rule: undefined, gives: 'medium' },
  ])(
    'reads level $level of a rule of $rule as $gives',
    ({ level, rule, gives }) => {
      const rules = [
        {
          id: 'r',
          defaultConfiguration: { level: rule },
          properties: { tags: ['security'] },
        },
      ];
      const { findings } = upload([{ ruleId: 'r', level }], {
        run: { tool: { driver: { name: 'scanner', rules } } },
      });

      expect(findings[0].severity).toBe(gives);
    },
  );

  it.each([
    {
      given: 'a rule of style',
      result: { ruleId: 'js/unused-local-variable' },
      gives: 0,
    },
    {
      given: 'a rule that nobody describes',
      result: { ruleId: 'x' },
      gives: 0,
    },
    {
      given: 'a check that passed',
      result: { ...injection, kind: 'pass' },
      gives: 0,
    },
    {
      given: 'a check that does not apply',
      result: { ...injection, kind: 'notApplicable' },
      gives: 0,
    },
    {
      given: 'a check that could not be decided',
      result: { ...injection, kind: 'open' },
      gives: 0,
    },
    {
      given: 'a result that is gone',
      result: { ...injection, baselineState: 'absent' },
      gives: 0,
    },
    {
      given: 'a result as before',
      result: { ...injection, baselineState: 'unchanged' },
      gives: 1,
    },
    {
      given: 'a new result',
      result: { ...injection, baselineState: 'new' },
      gives: 1,
    },
  ])('gives $gives findings for $given', ({ result, gives }) => {
    expect(upload([result]).findings).toHaveLength(gives);
  });

  it.each([
    { given: [{ kind: 'inSource' }], gives: 'dismissed' },
    { given: [{ kind: 'external', status: 'accepted' }], gives: 'dismissed' },
    { given: [{ kind: 'external', status: 'underReview' }], gives: 'open' },
    { given: [{ kind: 'external', status: 'rejected' }], gives: 'open' },
    {
      given: [{ kind: 'inSource' }, { kind: 'external', status: 'rejected' }],
      gives: 'open',
    },
    { given: [], gives: 'open' },
  ])('finds a result with suppressions $given $gives', ({ given, gives }) => {
    const { findings } = upload([{ ...injection, suppressions: given }]);

    expect(findings[0]).toMatchObject({
      state: gives,
      ...(gives === 'dismissed' && { dismissedAs: given[0]?.kind }),
    });
  });

  it.each([
    { given: 'security by tag', tags: ['Security'], gives: 'code' },
    { given: 'a weakness by tag', tags: ['CWE-79: XSS'], gives: 'code' },
    {
      given: 'a vulnerability by tag',
      tags: ['vulnerability', 'security'],
      gives: 'dependency',
    },
    { given: 'a secret by tag', tags: ['secret', 'security'], gives: 'secret' },
    {
      given: 'a licence by tag',
      tags: ['license', 'security'],
      gives: undefined,
    },
    { given: 'an advisory', id: 'CVE-2021-23337-lodash', gives: 'dependency' },
    {
      given: 'a package',
      purls: ['pkg:npm/lodash@1.0.0'],
      gives: 'dependency',
    },
    { given: 'style', tags: ['maintainability'], gives: undefined },
    {
      given: 'style, all of it security',
      category: 'security/lint',
      gives: 'code',
    },
    {
      given: 'anything, all of it secrets',
      category: 'secrets',
      gives: 'secret',
    },
    {
      given: 'anything, all of it dependencies',
      category: 'dependency',
      gives: 'dependency',
    },
    { given: 'anything of gitleaks', tool: 'gitleaks', gives: 'secret' },
    {
      given: 'anything of ESLint',
      tool: 'ESLint',
      category: 'lint',
      gives: undefined,
    },
  ])('takes $given for $gives', given => {
    const { tool = 'scanner', id = 'r', tags, purls, category = '' } = given;
    const rules = [{ id, properties: { tags, purls } }];

    const { findings } = upload([{ ruleId: id }], {
      run: { tool: { driver: { name: tool, rules } } },
      parameters: { category },
    });

    expect(findings.map(finding => finding.category)).toEqual(
      given.gives ? [given.gives] : [],
    );
  });

  it('says the score and package of a dependency, and its names', () => {
    const rules = [
      {
        id: 'cve-2021-23337',
        properties: {
          'security-severity': '7.2',
          purls: ['pkg:npm/lodash@4.17.20'],
          tags: ['GHSA-35JH-R3H4-6JHM', 'external/cwe/cwe-0094'],
        },
      },
    ];

    const { findings } = upload([{ ruleId: 'cve-2021-23337' }], {
      run: { tool: { driver: { name: 'grype', rules } } },
    });

    expect(findings[0]).toMatchObject({
      cvss: 7.2,
      package: 'pkg:npm/lodash@4.17.20',
      identifiers: ['CVE-2021-23337', 'GHSA-35jh-r3h4-6jhm', 'CWE-94'],
    });
  });

  it.each([
    {
      given: 'by place in an extension',
      result: { rule: { index: 0, toolComponent: { index: 0 } } },
    },
    { given: 'by id', result: { ruleId: 'py/eval' } },
    { given: 'by an id below it', result: { ruleId: 'py/eval/deep/er' } },
  ])('finds a rule $given', ({ result }) => {
    const tool = {
      driver: { name: 'CodeQL' },
      extensions: [
        { rules: [{ id: 'py/eval', properties: { tags: ['security'] } }] },
      ],
    };

    expect(upload([result], { run: { tool } }).findings).toHaveLength(1);
  });
});

describe('a finding of SARIF', () => {
  it.each([
    { given: 'its line moved', now: [{ ...injection, locations: [at(99)] }] },
    {
      given: 'its column moved',
      now: [
        {
          ...injection,
          partialFingerprints: {
            ...injection.partialFingerprints,
            primaryLocationStartColumnFingerprint: '9',
          },
        },
      ],
    },
    { given: 'a finding stands before it', now: [plain(1), injection] },
  ])('stays the same where $given', ({ now }) => {
    expect(idsOf(now)).toEqual(expect.arrayContaining(idsOf([injection])));
  });

  it.each([
    { given: 'line', one: [plain(5)], other: [plain(9)], same: true },
    {
      given: 'code',
      one: [plain(5, 'a(b)')],
      other: [plain(5, 'a(c)')],
      same: false,
    },
    {
      given: 'indentation',
      one: [plain(5, 'a( b)')],
      other: [plain(9, '  a(  b)')],
      same: true,
    },
    {
      given: 'fingerprint',
      one: [injection],
      other: [
        {
          ...injection,
          partialFingerprints: {
            primaryLocationLineHash: 'aaaaaaaaaaaaaaaa:1',
          },
        },
      ],
      same: false,
    },
    {
      given: 'column in its fingerprints',
      one: [{ ...plain(5), partialFingerprints: { startColumn: '00000001' } }],
      other: [
        { ...plain(5), partialFingerprints: { startColumn: '00000002' } },
      ],
      same: true,
    },
    {
      given: 'path',
      one: [plain(5)],
      other: [
        {
          ...plain(5),
          locations: [
            { physicalLocation: { artifactLocation: { uri: 'b.js' } } },
          ],
        },
      ],
      same: false,
    },
  ])('without another $given is the same: $same', ({ one, other, same }) => {
    expect(idsOf(one)[0] === idsOf(other)[0]).toBe(same);
  });

  it('is told from an equal one, and their number is right when one goes', () => {
    const both = idsOf([plain(9), plain(5)]);
    const one = idsOf([plain(5)]);

    expect(new Set(both).size).toBe(2);
    expect(both).toContain(one[0]);
  });

  it('is not identified by the sentence that stands in place of a fingerprint', () => {
    const fingerprints = { 'matchBasedId/v1': 'requires login' };
    const results = [
      { ...plain(5, 'a()'), fingerprints },
      { ...plain(9, 'b()'), fingerprints },
    ];

    expect(idsOf(results)).toEqual(idsOf([plain(5, 'a()'), plain(9, 'b()')]));
  });

  it('of another tool or category is another', () => {
    const ids = [
      ...idsOf([injection]),
      ...idsOf([injection], { category: 'nightly' }),
    ];

    expect(new Set(ids).size).toBe(2);
  });

  it('about a secret leaves no trace of it', () => {
    const leak = {
      ...plain(5, 'token-7f3a'),
      message: { text: 'found token-7f3a' },
      ruleId: 'token',
      ruleIndex: undefined,
    };

    const gitleaks = { run: { tool: { driver: { name: 'gitleaks' } } } };
    const one = upload([leak], gitleaks);
    const other = upload([{ ...leak, locations: [at(5, 'other')] }], gitleaks);

    expect(JSON.stringify(one)).not.toContain('token-7f3a');
    expect(one.findings).toEqual(other.findings);
  });
});
