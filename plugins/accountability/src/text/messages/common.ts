/** Words that every page uses. */
export const commonMessages = {
  status: {
    pass: 'Pass',
    warn: 'Warn',
    fail: 'Fail',
    exempt: 'Exempt',
    unknown: 'Unknown',
    'not-applicable': 'Not applicable',
  },
  burden: {
    pipeline: 'Pipeline',
    reliability: 'Reliability',
    observability: 'Observability',
    security: 'Security',
    ownership: 'Ownership',
  },
  burdenStatus: {
    'needs-work': 'Needs work',
    watch: 'Watch',
    exempt: 'Exempt',
    unknown: 'Unknown',
    good: 'Good',
    'no-checks': 'No checks',
  },
  /** Of facts, as they stand behind a number; symbols such as `min` are the same everywhere. */
  unit: { years: 'years', lines: 'lines', perWeek: 'per week' },
  value: {
    yes: 'yes',
    no: 'no',
    none: 'none',
    more: '{{told}} and {{more}} more',
  },
  level: {
    none: 'No level',
    mark: '{{name}}, step {{rank}} of {{steps}}',
  },
  coverage: {
    title: 'Coverage',
    of: '{{known}} of {{applicable}}',
    checks: '{{known}} of {{applicable}} checks known',
    unknown: '{{known}} of {{applicable}} checks known, {{unknown}} unknown',
    none: 'no check applies',
  },
  owner: { none: 'nobody', unresolved: 'does not resolve in the catalog' },
  reason: {
    label: 'Reason',
    optional: 'Optional',
    characters: '{{number}} characters; {{least}} to {{most}}',
  },
  form: {
    cancel: 'Cancel',
    failed:
      'It was not kept, and nothing changed: {{because}} Try again in a while.',
    reasonShort: 'The reason needs at least {{least}} characters.',
  },
  state: {
    loading: 'Loading',
    retry: 'Try again',
    failed: 'Accountability did not answer',
    forbidden: 'You may not see the accountability of {{what}}.',
    askFor:
      'Ask a platform engineer for the permission accountability.scorecard.read, or for reading this entity in the catalog.',
    askForOperations:
      'Ask a platform engineer for the permission {{permission}}.',
    notFound: 'Nothing is known of {{what}} yet',
    stale: 'Not refreshed since {{at}}: {{because}}',
  },
  more: 'Show more',
  table: { showing: '{{count}} shown' },
} as const;
