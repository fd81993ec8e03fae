import { collectUpload } from '../../__testUtils__/collectUpload';
import { eventsOf } from '../../__testUtils__/eventsOf';
import { spdxDocument, spdxGraph } from '../../testUtils/examples/billExamples';

const upload = (body: object) =>
  eventsOf(collectUpload('spdx', body)).reports[0];

const graphOf = (change: (element: { type: string }) => object) => ({
  ...spdxGraph,
  '@graph': spdxGraph['@graph'].map(change),
});

describe('SPDX', () => {
  it.each([
    { given: '2.3', body: spdxDocument, tool: 'syft', components: 2 },
    {
      given: "2.3 in GitHub's wrapping",
      body: { sbom: spdxDocument },
      tool: 'syft',
      components: 2,
    },
    {
      given: '2.2',
      body: { ...spdxDocument, spdxVersion: 'SPDX-2.2' },
      tool: 'syft',
      components: 2,
    },
    { given: '3.0', body: spdxGraph, tool: 'trivy', components: 1 },
  ])(
    '$given counts what it lists besides what it is of',
    ({ body, tool, components }) => {
      expect(upload(body)).toMatchObject({
        at: Date.parse('2026-11-20T10:00:00Z'),
        format: 'spdx',
        tool,
        measures: {
          components,
          components_with_purl: 1,
          direct_dependencies: 1,
        },
      });
    },
  );

  it.each([
    { given: '2.3', body: spdxDocument },
    { given: '3.0', body: spdxGraph },
  ])('$given keeps the packages, direct ones marked', ({ body }) => {
    expect(upload(body)).toMatchObject({
      components: [{ purl: 'pkg:npm/lodash@4.17.20', direct: true }],
      tellsDirect: true,
    });
  });

  it.each([
    {
      given: '2.3',
      body: {
        ...spdxDocument,
        packages: [
          ...spdxDocument.packages,
          {
            SPDXID: 'SPDXRef-system',
            name: 'debian',
            versionInfo: '12',
            primaryPackagePurpose: 'OPERATING-SYSTEM',
          },
        ],
      },
    },
    {
      given: '3.0',
      body: {
        ...spdxGraph,
        '@graph': [
          ...spdxGraph['@graph'],
          {
            type: 'software_Package',
            spdxId: 'urn:system',
            name: 'debian',
            software_packageVersion: '12',
            software_primaryPurpose: 'operatingSystem',
          },
        ],
      },
    },
  ])('$given names the system that it runs on', ({ body }) => {
    expect(upload(body).components).toEqual([
      { purl: 'pkg:generic/debian@12' },
      { purl: 'pkg:npm/lodash@4.17.20', direct: true },
    ]);
  });

  it('tells no direct dependencies where nothing says who needs what', () => {
    expect(upload({ ...spdxDocument, relationships: [] })).toMatchObject({
      components: [{ purl: 'pkg:npm/lodash@4.17.20' }],
      tellsDirect: false,
    });
  });

  it.each([
    { given: ['Tool: syft-1.18.1'], gives: 'syft' },
    {
      given: ['Organization: Acme', 'Tool: sbom-tool-v2.2.7'],
      gives: 'sbom-tool',
    },
    {
      given: ['Tool: GitHub.com-Dependency-Graph'],
      gives: 'GitHub.com-Dependency-Graph',
    },
    { given: ['Tool: trivy 0.56.1'], gives: 'trivy' },
    { given: ['Person: somebody (somebody@example.org)'], gives: 'SPDX' },
    { given: undefined, gives: 'SPDX' },
  ])(
    'is of the tool $gives where it was created by $given',
    ({ given, gives }) => {
      const creationInfo = { created: '2026-11-20T10:00:00Z', creators: given };

      expect(upload({ ...spdxDocument, creationInfo }).tool).toBe(gives);
    },
  );

  it.each([
    { given: 'nothing', relationships: [] },
    {
      given: 'only that things contain each other',
      relationships: [
        {
          spdxElementId: 'SPDXRef-app',
          relationshipType: 'CONTAINS',
          relatedSpdxElement: 'SPDXRef-lodash',
        },
      ],
    },
  ])(
    'knows no direct dependencies where a document says $given',
    ({ relationships }) => {
      const { measures } = upload({
        ...spdxDocument,
        documentDescribes: ['SPDXRef-app'],
        relationships,
      });

      expect(measures).toEqual({ components: 2, components_with_purl: 1 });
    },
  );

  it('reads a graph whose types stand as JSON-LD has them', () => {
    const body = graphOf(({ type, ...rest }) => ({ '@type': type, ...rest }));

    expect(upload(body).measures).toMatchObject({ components: 1 });
  });

  it.each([
    { given: 'tags', body: 'SPDXVersion: SPDX-2.3', says: /in JSON alone/ },
    {
      given: 'an old version',
      body: { ...spdxDocument, spdxVersion: 'SPDX-2.1' },
      says: /2\.3 or 3\.0/,
    },
    {
      given: 'a version to come',
      body: graphOf(element =>
        element.type === 'CreationInfo'
          ? { ...element, specVersion: '4.0' }
          : element,
      ),
      says: /2\.3 or 3\.0/,
    },
    {
      given: 'a graph of something else',
      body: { '@graph': [{ type: 'Person' }] },
      says: /2\.3 or 3\.0/,
    },
    {
      given: 'another format',
      body: { bomFormat: 'CycloneDX' },
      says: /spdxVersion/,
    },
    { given: 'half of it', body: '{"spdxVersion"', says: /not JSON/ },
  ])('refuses $given', ({ body, says }) => {
    expect(collectUpload('spdx', body)).toMatchObject({
      status: 'rejected',
      because: expect.stringMatching(says),
    });
  });
});
