import { UploadExample } from '../UploadExample';
import { uploadHeaders } from '../uploadHeaders';
import { injection, runWith, sarifLogWith } from './sarifLogWith';

const at = (endTimeUtc: string, executionSuccessful = true) => ({
  invocations: [{ executionSuccessful, endTimeUtc }],
});

const unused = {
  ruleId: 'js/unused-local-variable',
  ruleIndex: 1,
  message: { text: 'Unused variable.' },
};

/** The life of a hole: found, found again, dismissed, gone; and scans that must not close it. */
export const sarifExamples: UploadExample[] = [
  {
    source: 'sarif',
    name: 'a scan finds a hole and a matter of style',
    headers: uploadHeaders(),
    body: sarifLogWith(runWith([injection, unused])),
  },
  {
    source: 'sarif',
    name: 'a scan that failed names nothing',
    headers: uploadHeaders({ sha: '3a2d0f5c8b71' }),
    body: sarifLogWith(runWith([], at('2026-11-20T11:00:00Z', false))),
  },
  {
    source: 'sarif',
    name: 'a scan of a branch finds nothing',
    headers: uploadHeaders({
      sha: '4b3e1a6d9c82',
      branch: 'fix/query',
      'default-branch': 'false',
    }),
    body: sarifLogWith(runWith([], at('2026-11-20T12:00:00Z'))),
  },
  {
    source: 'sarif',
    name: 'the hole is suppressed',
    headers: uploadHeaders({ sha: '5c4f2b7e0d93' }),
    body: sarifLogWith(
      runWith(
        [
          {
            ...injection,
            suppressions: [
              { kind: 'inSource', justification: 'somebody said so' },
            ],
          },
        ],
        at('2026-11-20T13:00:00Z'),
      ),
    ),
  },
  {
    source: 'sarif',
    name: 'a scan finds the hole no more',
    headers: uploadHeaders({ sha: '6d503c8f1ea4' }),
    body: sarifLogWith(runWith([], at('2026-11-20T14:00:00Z'))),
  },
  {
    source: 'sarif',
    name: 'another scanner finds leaked secrets on a machine of somebody',
    headers: uploadHeaders({ category: 'secret', at: '2026-11-20T10:30:00Z' }),
    body: sarifLogWith({
      tool: {
        driver: { name: 'gitleaks', rules: [{ id: 'aws-access-token' }] },
      },
      results: [10, 20].map(startLine => ({
        ruleId: 'aws-access-token',
        message: { text: 'aws-access-token has detected AKIA-of-somebody' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'file:///home/somebody/app/config.yml' },
              region: { startLine, snippet: { text: 'AKIA-of-somebody' } },
            },
          },
        ],
      })),
    }),
  },
];
