/** A result of CodeQL, in the shape it has it. */
export const injection = {
  ruleId: 'js/sql-injection',
  ruleIndex: 0,
  message: { text: 'This query depends on a value of somebody.' },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: 'src/query.js', uriBaseId: '%SRCROOT%' },
        region: { startLine: 12, startColumn: 7 },
      },
    },
  ],
  partialFingerprints: {
    primaryLocationLineHash: '39fa2ee980eb94b0:1',
    primaryLocationStartColumnFingerprint: '4',
  },
};

/** The run of a scanner with one rule of security and one of style. */
export function runWith(results: unknown, given: object = {}) {
  return {
    tool: {
      driver: {
        name: 'CodeQL',
        rules: [
          {
            id: 'js/sql-injection',
            shortDescription: { text: 'Query built from user input' },
            helpUri: 'https://codeql.example.org/js/sql-injection',
            defaultConfiguration: { level: 'error' },
            properties: {
              tags: ['security', 'external/cwe/cwe-089'],
              'security-severity': '8.8',
            },
          },
          {
            id: 'js/unused-local-variable',
            shortDescription: { text: 'Unused variable' },
            defaultConfiguration: { level: 'note' },
            properties: { tags: ['maintainability'] },
          },
        ],
      },
    },
    invocations: [
      {
        executionSuccessful: true,
        account: 'somebody',
        endTimeUtc: '2026-11-20T10:00:00Z',
      },
    ],
    results,
    ...given,
  };
}

/** A file of SARIF with runs. */
export function sarifLogWith(...runs: readonly object[]) {
  return { version: '2.1.0', runs };
}
