import { UploadExample } from '../UploadExample';
import { uploadHeaders } from '../uploadHeaders';

/** A bill of materials with one direct and one further dependency. */
export const bill = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  serialNumber: 'urn:uuid:5f0f0da9-c03d-47d8-b38d-009e6df67094',
  metadata: {
    timestamp: '2026-11-20T10:00:00Z',
    tools: { components: [{ type: 'application', name: 'trivy' }] },
    authors: [{ name: 'somebody', email: 'somebody@example.org' }],
    component: { type: 'application', 'bom-ref': 'app', name: 'payments' },
  },
  components: [
    {
      type: 'library',
      'bom-ref': 'lodash',
      name: 'lodash',
      version: '4.17.20',
      purl: 'pkg:npm/lodash@4.17.20',
      components: [
        { type: 'library', 'bom-ref': 'inner', name: 'inner' },
        { type: 'file', name: 'index.js' },
      ],
    },
  ],
  dependencies: [
    { ref: 'app', dependsOn: ['lodash'] },
    { ref: 'lodash', dependsOn: ['inner'] },
  ],
};

/** A vulnerability of the bill's dependency. */
export const vulnerability = {
  id: 'CVE-2021-23337',
  source: { name: 'NVD', url: 'https://nvd.example.org/CVE-2021-23337' },
  references: [{ id: 'GHSA-35jh-r3h4-6jhm' }],
  ratings: [{ score: 7.2, severity: 'high', method: 'CVSSv31' }],
  cwes: [94],
  credits: { individuals: [{ name: 'somebody' }] },
  affects: [{ ref: 'lodash' }],
};

/** SPDX 2.3 of the same. */
export const spdxDocument = {
  spdxVersion: 'SPDX-2.3',
  SPDXID: 'SPDXRef-DOCUMENT',
  creationInfo: {
    created: '2026-11-20T10:00:00Z',
    creators: ['Person: somebody (somebody@example.org)', 'Tool: syft-1.18.1'],
  },
  packages: [
    { SPDXID: 'SPDXRef-app', name: 'payments' },
    {
      SPDXID: 'SPDXRef-lodash',
      name: 'lodash',
      supplier: 'Person: somebody',
      externalRefs: [
        {
          referenceCategory: 'PACKAGE-MANAGER',
          referenceType: 'purl',
          referenceLocator: 'pkg:npm/lodash@4.17.20',
        },
      ],
    },
    { SPDXID: 'SPDXRef-inner', name: 'inner' },
  ],
  relationships: [
    {
      spdxElementId: 'SPDXRef-DOCUMENT',
      relationshipType: 'DESCRIBES',
      relatedSpdxElement: 'SPDXRef-app',
    },
    {
      spdxElementId: 'SPDXRef-app',
      relationshipType: 'DEPENDS_ON',
      relatedSpdxElement: 'SPDXRef-lodash',
    },
    {
      spdxElementId: 'SPDXRef-inner',
      relationshipType: 'DEPENDENCY_OF',
      relatedSpdxElement: 'SPDXRef-lodash',
    },
  ],
};

/** SPDX 3.0 of the same. */
export const spdxGraph = {
  '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
  '@graph': [
    {
      type: 'CreationInfo',
      '@id': '_:info',
      specVersion: '3.0.1',
      created: '2026-11-20T10:00:00Z',
      createdBy: ['urn:somebody'],
      createdUsing: ['urn:tool'],
    },
    { type: 'Person', spdxId: 'urn:somebody', name: 'somebody' },
    { type: 'Tool', spdxId: 'urn:tool', name: 'trivy' },
    { type: 'SpdxDocument', spdxId: 'urn:doc', rootElement: ['urn:sbom'] },
    { type: 'software_Sbom', spdxId: 'urn:sbom', rootElement: ['urn:app'] },
    { type: 'software_Package', spdxId: 'urn:app', name: 'payments' },
    {
      type: 'software_Package',
      spdxId: 'urn:lodash',
      name: 'lodash',
      software_packageUrl: 'pkg:npm/lodash@4.17.20',
    },
    {
      type: 'Relationship',
      spdxId: 'urn:relation',
      relationshipType: 'dependsOn',
      from: 'urn:app',
      to: ['urn:lodash'],
    },
  ],
};

const of = (timestamp: string, vulnerabilities: object[]) => ({
  ...bill,
  metadata: { ...bill.metadata, timestamp },
  vulnerabilities,
});

/** Bills of materials, and the life of a vulnerability of one dependency. */
export const billExamples: UploadExample[] = [
  {
    source: 'cyclonedx',
    name: 'a bill alone',
    headers: uploadHeaders(),
    body: bill,
  },
  {
    source: 'cyclonedx',
    name: 'a bill with a vulnerability',
    headers: uploadHeaders(),
    body: of('2026-11-20T10:00:00Z', [vulnerability]),
  },
  {
    source: 'cyclonedx',
    name: 'the vulnerability does not matter',
    headers: uploadHeaders({ sha: '3a2d0f5c8b71' }),
    body: of('2026-11-20T11:00:00Z', [
      { ...vulnerability, analysis: { state: 'not_affected' } },
    ]),
  },
  {
    source: 'cyclonedx',
    name: 'the vulnerability is gone',
    headers: uploadHeaders({ sha: '4b3e1a6d9c82' }),
    body: of('2026-11-20T12:00:00Z', []),
  },
  {
    source: 'spdx',
    name: 'a bill in SPDX 2.3',
    headers: uploadHeaders(),
    body: spdxDocument,
  },
  {
    source: 'spdx',
    name: 'a bill in SPDX 3.0',
    headers: uploadHeaders(),
    body: spdxGraph,
  },
];
