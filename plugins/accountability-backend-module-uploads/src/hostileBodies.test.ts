import { collectUpload } from './__testUtils__/collectUpload';
import { createUploadSources } from './createUploadSources';

const DEEP = 150_000;
const sources = createUploadSources().map(({ id }) => id);
const deepJson = '['.repeat(DEEP) + ']'.repeat(DEEP);
const deepXml = (name: string) =>
  `<${name}>`.repeat(DEEP) + `</${name}>`.repeat(DEEP);
const within = (text: string, component: string) =>
  `${text.repeat(DEEP)}${component}${']}'.repeat(DEEP)}`;

const bodies = [
  { given: 'lists inside each other', body: deepJson },
  {
    given: 'objects inside each other',
    body: '{"a":'.repeat(DEEP) + 1 + '}'.repeat(DEEP),
  },
  { given: 'suites inside each other', body: deepXml('testsuite') },
  { given: 'coverages inside each other', body: deepXml('coverage') },
  { given: 'reports inside each other', body: deepXml('report') },
  {
    given: 'entities of entities',
    body: '<!DOCTYPE report [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><report>&b;</report>',
  },
  {
    given: 'an entity from elsewhere',
    body: '<!DOCTYPE testsuite [<!ENTITY a SYSTEM "file:///etc/passwd">]><testsuite name="&a;"/>',
  },
  {
    given: 'a beginning without an end',
    body: `${'<!DOCTYPE '.repeat(DEEP)}<testsuite/>`,
  },
  { given: 'a name without an end', body: `<${'a'.repeat(DEEP)}` },
  { given: 'nothing but less-than', body: '<'.repeat(DEEP) },
  { given: 'zeros', body: Buffer.alloc(DEEP) },
  { given: 'no UTF-8', body: Buffer.alloc(DEEP, 0xff) },
  { given: 'half a pair', body: '"\\ud83d"' },
  {
    given: 'the names of prototypes',
    body: '{"__proto__":{"runs":[]},"constructor":1}',
  },
  { given: 'dividers', body: '---\n'.repeat(DEEP) },
  { given: 'null', body: 'null' },
];

describe('a hostile body', () => {
  it.each(bodies.flatMap(each => sources.map(source => ({ ...each, source }))))(
    'of $given is refused by $source',
    ({ source, body }) => {
      expect(collectUpload(source, body).status).toBe('rejected');
    },
  );

  it.each([
    {
      given: 'more values than any document has',
      source: 'sarif',
      body: `{"version":"2.1.0","runs":[${'1,'.repeat(2_500_000)}1]}`,
    },
    {
      given: 'more elements than any report has',
      source: 'junit',
      body: `<testsuite>${'<testcase/>'.repeat(500_000)}</testsuite>`,
    },
    {
      given: 'more components than any service has',
      source: 'cyclonedx',
      body: `{"bomFormat":"CycloneDX","specVersion":"1.6","components":[${'{},'.repeat(
        200_000,
      )}{}]}`,
    },
    {
      given: 'more claims than a commit has lines',
      source: 'git-ai',
      body: `a\n  k ${'1,'.repeat(2_500_000)}1\n---\n{}`,
    },
  ])('with $given is too large', ({ source, body }) => {
    expect(collectUpload(source, body)).toMatchObject({
      status: 'rejected',
      tooLarge: true,
    });
  });

  it.each([
    {
      given: 'components inside each other',
      source: 'cyclonedx',
      body: `{"bomFormat":"CycloneDX","specVersion":"1.6","components":[${within(
        '{"components":[',
        '{}',
      )}]}`,
    },
    {
      given: 'properties inside each other',
      source: 'sarif',
      body: `{"version":"2.1.0","properties":${deepJson},"runs":[{"tool":{"driver":{"name":"x"}},"results":[{"codeFlows":${deepJson}}]}]}`,
    },
    {
      given: 'many suites',
      source: 'junit',
      body: `<testsuites>${'<testsuite/>'.repeat(DEEP)}</testsuites>`,
    },
    {
      given: 'a rule id of slashes',
      source: 'sarif',
      body: JSON.stringify({
        version: '2.1.0',
        runs: [
          {
            tool: { driver: { name: 'x' } },
            results: [{ ruleId: '/'.repeat(DEEP) }],
          },
        ],
      }),
    },
    {
      given: 'many ranges',
      source: 'git-ai',
      body: `a\n  k ${'1,'.repeat(
        DEEP,
      )}1\n---\n{"schema_version":"authorship/3.0.0"}`,
    },
  ])('with $given harms nothing', ({ source, body }) => {
    expect(collectUpload(source, body).status).toBe('accepted');
  });
});
