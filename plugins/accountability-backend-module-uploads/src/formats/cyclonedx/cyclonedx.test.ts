import { mostComponents } from 'backstage-plugin-accountability-common';
import { collectUpload } from '../../__testUtils__/collectUpload';
import { eventsOf } from '../../__testUtils__/eventsOf';
import { UploadParameters } from '../../testUtils';
import { bill, vulnerability } from '../../testUtils/examples/billExamples';

const upload = (body: object, parameters?: UploadParameters) =>
  eventsOf(collectUpload('cyclonedx', body, parameters));
const scan = (...vulnerabilities: object[]) =>
  upload({ ...bill, vulnerabilities });
const withState = (state: string, versions?: object[]) => ({
  ...vulnerability,
  analysis: { state },
  affects: [{ ref: 'lodash', versions }],
});
/** As many packages as said, all of which the root needs. */
function flat(count: number) {
  const purls = Array.from({ length: count }, (_, index) => ({
    purl: `pkg:npm/p@${String(index).padStart(6, '0')}`,
  }));
  const refs = purls.map(({ purl }) => purl);
  return {
    purls,
    components: purls.map(({ purl }) => ({ 'bom-ref': purl, purl })),
    dependencies: [{ ref: 'app', dependsOn: refs }],
  };
}

describe('CycloneDX', () => {
  it('counts components, those inside others too, and direct dependencies', () => {
    const { reports, findings } = upload(bill);

    expect(findings).toEqual([]);
    expect(reports[0]).toMatchObject({
      at: Date.parse('2026-11-20T10:00:00Z'),
      tool: 'trivy',
      measures: {
        components: 2,
        components_with_purl: 1,
        direct_dependencies: 1,
      },
    });
  });

  it.each([
    {
      given: 'no component of its own',
      change: { metadata: {} },
      gives: { components: 2, components_with_purl: 1 },
    },
    {
      given: 'no components',
      change: { components: [] },
      gives: { components: 0, components_with_purl: 0, direct_dependencies: 1 },
    },
    {
      given: 'nothing that it lists',
      change: { components: undefined, dependencies: undefined },
      gives: {},
    },
    {
      given: 'no dependencies of its own',
      change: { dependencies: [{ ref: 'app' }] },
      gives: { components: 2, components_with_purl: 1, direct_dependencies: 0 },
    },
  ])('counts what is known of a bill with $given', ({ change, gives }) => {
    expect(upload({ ...bill, ...change }).reports[0].measures).toEqual(gives);
  });

  it.each([
    {
      given: 'one direct dependency and one without package url',
      change: {},
      gives: {
        components: [{ purl: 'pkg:npm/lodash@4.17.20', direct: true }],
        tellsDirect: true,
      },
    },
    {
      given: 'no component of its own',
      change: { metadata: {} },
      gives: {
        components: [{ purl: 'pkg:npm/lodash@4.17.20' }],
        tellsDirect: false,
      },
    },
    {
      given: 'nothing that its own component needs',
      change: { dependencies: [{ ref: 'app' }] },
      gives: {
        components: [{ purl: 'pkg:npm/lodash@4.17.20' }],
        tellsDirect: false,
      },
    },
    {
      given: 'itself among its components',
      change: {
        components: [
          { 'bom-ref': 'app', purl: 'pkg:npm/payments@1.0.0' },
          ...bill.components,
        ],
      },
      gives: {
        components: [{ purl: 'pkg:npm/lodash@4.17.20', direct: true }],
        tellsDirect: true,
      },
    },
    {
      given: 'what runs it and has no package url',
      change: {
        components: [
          { type: 'platform', name: 'node', version: '22.1.0' },
          { type: 'operating-system', name: 'debian', version: '12' },
          { type: 'container', name: 'library/nginx', version: '1.27' },
          { type: 'framework', name: 'spring', version: '' },
          { type: 'application', name: 'package-lock.json' },
          { type: 'library', name: 'unknown', version: '1' },
        ],
      },
      gives: {
        components: [
          { purl: 'pkg:generic/debian@12' },
          { purl: 'pkg:generic/library/nginx@1.27' },
          { purl: 'pkg:generic/node@22.1.0' },
        ],
        tellsDirect: true,
      },
    },
    {
      given: 'a lock file between itself and what it needs',
      change: {
        components: [
          { type: 'application', 'bom-ref': 'lock', name: 'yarn.lock' },
          { 'bom-ref': 'b', purl: 'pkg:npm/b@2' },
          { 'bom-ref': 'c', purl: 'pkg:npm/c@3' },
        ],
        dependencies: [
          { ref: 'app', dependsOn: ['lock'] },
          { ref: 'lock', dependsOn: ['b', 'lock'] },
          { ref: 'b', dependsOn: ['c'] },
        ],
      },
      gives: {
        components: [
          { purl: 'pkg:npm/b@2', direct: true },
          { purl: 'pkg:npm/c@3' },
        ],
        tellsDirect: true,
      },
    },
    {
      given: 'a package twice, in two spellings',
      change: {
        components: [
          { 'bom-ref': 'one', purl: 'pkg:NPM/%40acme/pay@1' },
          { 'bom-ref': 'two', purl: 'pkg:npm/@acme/pay@1' },
        ],
        dependencies: [{ ref: 'app', dependsOn: ['two'] }],
      },
      gives: {
        components: [{ purl: 'pkg:npm/%40acme/pay@1', direct: true }],
        tellsDirect: true,
      },
    },
    {
      given: 'many packages, all of which it needs itself',
      change: flat(21),
      gives: { components: flat(21).purls, tellsDirect: false },
    },
    {
      given: 'few packages, all of which it needs itself',
      change: flat(20),
      gives: {
        components: flat(20).purls.map(each => ({ ...each, direct: true })),
        tellsDirect: true,
      },
    },
    { given: 'no package', change: { components: [] }, gives: {} },
    { given: 'no components', change: { components: undefined }, gives: {} },
  ])('keeps the packages of a bill with $given', ({ change, gives }) => {
    const [{ components, tellsDirect }] = upload({
      ...bill,
      ...change,
    }).reports;

    expect({ components, tellsDirect }).toEqual({
      components: undefined,
      tellsDirect: undefined,
      ...gives,
    });
  });

  it('keeps direct dependencies of a bill with more packages than are kept', () => {
    const many = flat(mostComponents + 2);
    const dependsOn = many.dependencies[0].dependsOn.slice(-3);

    const [{ components = [], measures }] = upload({
      ...bill,
      ...many,
      dependencies: [{ ref: 'app', dependsOn }],
    }).reports;

    expect(components).toHaveLength(mostComponents);
    expect(components.filter(({ direct }) => direct)).toHaveLength(3);
    expect(measures?.components_left_out).toBe(2);
    expect(measures?.components).toBe(mostComponents + 2);
  });

  it.each([
    { given: [{ vendor: 'OWASP', name: 'old' }], gives: 'old' },
    { given: { components: [{ name: 'new' }] }, gives: 'new' },
    { given: { services: [{ name: 'service' }] }, gives: 'service' },
    { given: [], gives: 'CycloneDX' },
    { given: undefined, gives: 'CycloneDX' },
  ])('is of the tool $gives where the tools are $given', ({ given, gives }) => {
    const { reports } = upload({ ...bill, metadata: { tools: given } });

    expect(reports[0].tool).toBe(gives);
  });

  it.each([
    {
      given: 'without vulnerabilities',
      body: bill,
      parameters: {},
      closes: false,
    },
    {
      given: 'with an empty list of them',
      body: { ...bill, vulnerabilities: [] },
      parameters: {},
      closes: true,
    },
    {
      given: 'without them, of a scan',
      body: bill,
      parameters: { category: 'dependency/grype' },
      closes: true,
    },
  ])(
    '$given closes what it does not name: $closes',
    ({ body, parameters, closes }) => {
      const { reports } = upload(body, parameters);

      expect(reports[0].series !== undefined).toBe(closes);
      expect(reports[0].measures?.findings).toBe(closes ? 0 : undefined);
    },
  );

  it('gives a finding for each package that a vulnerability affects', () => {
    const { reports, findings } = scan(vulnerability);

    expect(findings).toEqual([
      {
        kind: 'finding',
        state: 'open',
        record: expect.stringMatching(/^cyclonedx:finding:acme\/payments:/),
        subject: 'github:acme/payments',
        at: reports[0].at,
        series: reports[0].series,
        severity: 'high',
        category: 'dependency',
        rule: 'CVE-2021-23337',
        identifiers: ['CVE-2021-23337', 'GHSA-35jh-r3h4-6jhm', 'CWE-94'],
        package: 'pkg:npm/lodash@4.17.20',
        cvss: 7.2,
        title: 'CVE-2021-23337 in lodash 4.17.20',
        url: 'https://nvd.example.org/CVE-2021-23337',
      },
    ]);
  });

  it.each([
    { given: withState('exploitable'), gives: ['open'] },
    { given: withState('in_triage'), gives: ['open'] },
    { given: withState('not_affected'), gives: ['dismissed'] },
    { given: withState('false_positive'), gives: ['dismissed'] },
    { given: withState('resolved'), gives: ['fixed'] },
    { given: withState('resolved_with_pedigree'), gives: ['fixed'] },
    {
      given: withState('exploitable', [{ status: 'unaffected' }]),
      gives: ['dismissed'],
    },
    {
      given: withState('exploitable', [
        { status: 'unaffected' },
        { status: 'affected' },
      ]),
      gives: ['open'],
    },
    {
      given: withState('not_affected', [{ status: 'affected' }]),
      gives: ['dismissed'],
    },
    { given: { ...vulnerability, analysis: null }, gives: ['open'] },
    {
      given: { ...vulnerability, rejected: '2026-01-01T00:00:00Z' },
      gives: [],
    },
    { given: { ...vulnerability, affects: [] }, gives: ['open'] },
  ])('finds $given.analysis $given.affects $gives', ({ given, gives }) => {
    expect(scan(given).findings.map(({ state }) => state)).toEqual(gives);
  });

  it.each([
    {
      given: [{ severity: 'low' }, { severity: 'critical' }],
      gives: { severity: 'critical' },
    },
    {
      given: [{ score: 9.8, method: 'CVSSv31' }],
      gives: { severity: 'critical', cvss: 9.8 },
    },
    {
      given: [
        { score: 2, method: 'CVSSv2', severity: 'none' },
        { score: 5, method: 'CVSSv4' },
      ],
      gives: { severity: 'medium', cvss: 5 },
    },
    {
      given: [{ score: 9, method: 'OWASP', severity: 'medium' }],
      gives: { severity: 'medium' },
    },
    {
      given: [{ score: 90, method: 'CVSSv31', severity: 'unknown' }],
      gives: {},
    },
  ])('reads the ratings $given as $gives', ({ given, gives }) => {
    const [{ severity, cvss }] = scan({
      ...vulnerability,
      ratings: given,
    }).findings;

    expect({ severity, cvss }).toEqual({
      severity: undefined,
      cvss: undefined,
      ...gives,
    });
  });

  it('tells of one package once, open if any of its versions is', () => {
    const { findings } = scan(
      withState('not_affected'),
      withState('exploitable'),
      withState('resolved'),
    );

    expect(findings).toMatchObject([{ state: 'open' }]);
  });

  it('stays the same finding in another version of the package', () => {
    const [component] = bill.components;
    const newer = {
      ...component,
      version: '4.17.21',
      purl: 'pkg:npm/lodash@4.17.21',
    };

    const before = scan(vulnerability).findings[0];
    const after = upload({
      ...bill,
      components: [newer],
      vulnerabilities: [vulnerability],
    }).findings[0];

    expect(after.record).toBe(before.record);
    expect(after.package).toBe('pkg:npm/lodash@4.17.21');
  });

  it.each([
    { given: 'its own component', ref: 'app', gives: 'in payments' },
    { given: 'a component inside another', ref: 'inner', gives: 'in inner' },
    {
      given: 'a component of another document',
      ref: 'urn:cdx:5f0f/1#lodash',
      gives: 'in lodash 4.17.20',
    },
    { given: 'a package url', ref: 'pkg:npm/a@1', gives: 'in pkg:npm/a' },
    { given: 'nothing that is there', ref: 'gone', gives: 'in gone' },
  ])('finds $given by its reference', ({ ref, gives }) => {
    const { findings } = scan({ ...vulnerability, affects: [{ ref }] });

    expect(findings[0].title).toBe(`CVE-2021-23337 ${gives}`);
  });

  it.each([
    {
      given: 'XML',
      body: '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"/>',
      says: /convert --output-format json/,
    },
    {
      given: 'a version to come',
      body: { ...bill, specVersion: '2.0' },
      says: /1\.2 to 1\.7/,
    },
    {
      given: 'an old version',
      body: { ...bill, specVersion: '1.1' },
      says: /1\.2 to 1\.7/,
    },
    {
      given: 'another format',
      body: { spdxVersion: 'SPDX-2.3' },
      says: /bomFormat/,
    },
    {
      given: 'a vulnerability without a name',
      body: { ...bill, vulnerabilities: [{}] },
      says: /vulnerabilities\.0\.id/,
    },
  ])('refuses $given', ({ body, says }) => {
    expect(collectUpload('cyclonedx', body)).toMatchObject({
      status: 'rejected',
      because: expect.stringMatching(says),
    });
  });

  it('refuses more affected packages than a scanner finds', () => {
    const affects = Array.from({ length: 25_001 }, (_, index) => ({
      ref: `${index}`,
    }));

    expect(
      collectUpload('cyclonedx', {
        ...bill,
        vulnerabilities: [{ ...vulnerability, affects }],
      }),
    ).toMatchObject({ status: 'rejected', tooLarge: true });
  });
});
