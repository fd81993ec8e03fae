/** Stands in each secret of `everySetting`, and nowhere else. */
export const hush = 'hush-hush-hush-hush';

const poll = {
  enabled: true,
  every: { minutes: 30 },
  overlap: { hours: 1 },
  since: { days: 14 },
  leave: 0.5,
};
const list = (name: string) => ({
  file: `${name}.json`,
  every: { minutes: 5 },
});

/** A configuration that has every key of ours, so that what is read can be held against what is documented. */
export const everySetting = {
  accountability: {
    ownership: {
      kinds: ['Component'],
      types: ['service'],
      syncInterval: { minutes: 2 },
    },
    events: { sources: ['cdevents'] },
    intake: { rateLimit: { perMinute: 60_000, refusedPerMinute: 6_000 } },
    retention: {
      bodies: { days: 30 },
      deliveries: { days: 400 },
      records: { days: 800 },
      contributorDays: 180,
    },
    privacy: { contributorSecret: hush, minGroupSize: 5 },
    attestation: { everyDays: 180, notify: false },
    codeowners: { enabled: true },
    runtimes: { enabled: true, paths: ['deploy/Dockerfile'] },
    lists: {
      kev: list('kev'),
      epss: { url: 'http://localhost:1/epss.csv.gz', every: { days: 1 } },
      lifecycles: list('lifecycles'),
    },
    packages: {
      sources: [
        { kind: 'deps.dev', url: 'http://localhost:1', only: ['pkg:npm/a'] },
        {
          kind: 'npm',
          url: 'http://localhost:1',
          token: hush,
          except: ['pkg:npm/b'],
        },
        { kind: 'file', path: 'releases.jsonl' },
      ],
    },
    provenance: {
      markers: [
        {
          id: 'ours',
          tool: 'ours',
          channel: 'trailer',
          match: ['^Assisted-by: ours'],
          role: 'assist',
          level: 'declared',
          validFrom: '2026-01-01T00:00:00Z',
          validTo: '2027-01-01T00:00:00Z',
          source: 'https://example.org/ours',
        },
      ],
      disabled: ['claude-code'],
    },
    api: { checkAnswers: true },
    attribution: {
      window: { hours: 24 },
      profile: 'default',
      scope: 'service',
      anchor: 'finished',
      comparator: 'before',
      incidentFrom: 'impact',
      results: 'reached',
      bursts: 'apart',
      denominator: 'changes',
      hotfixTitle: 'hotfix',
    },
    policy: {
      paths: [],
      locations: [
        { type: 'shipped' },
        { type: 'url', target: 'https://example.org/policy.yaml' },
      ],
      every: { seconds: 30 },
    },
    digest: { weekly: false },
    regressions: { notify: false, quietMinutes: 60 },
    campaigns: { notify: false },
    signals: { nameServices: false },
    exemptions: {
      maxDays: { low: 180, medium: 90, high: 60, critical: 30 },
      approvers: ['group:default/security'],
      notify: false,
    },
    gates: { keepDecisions: { days: 400 }, mask: ['/labels'] },
    catalog: { kinds: ['Component'], scorecard: 'ready' },
    opa: {
      url: 'http://localhost:1',
      token: hush,
      timeoutMs: 2000,
      concurrency: 8,
    },
    sources: {
      alertmanager: { secrets: [hush], subjectLabels: ['service'] },
      grafana: { secrets: [hush], subjectLabels: ['service'] },
      argocd: {
        secrets: [hush],
        environments: [
          {
            environment: 'production',
            application: 'payments-*',
            project: 'shop',
            cluster: 'eu-1',
            namespace: 'shop',
          },
        ],
      },
      cdevents: { secrets: [hush], environments: { 'eu-1': 'production' } },
      github: {
        secrets: [hush],
        poll: { ...poll, host: 'github.com', streams: ['releases'] },
      },
      gitlab: {
        secrets: [hush],
        poll: { ...poll, host: 'gitlab.com', streams: ['releases'] },
      },
      pagerduty: {
        secrets: [hush],
        causeField: 'cause',
        poll: {
          ...poll,
          token: hush,
          apiBaseUrl: 'http://localhost:1',
          streams: ['incidents'],
        },
      },
    },
    mappings: {
      octopus: {
        authentication: { token: { header: 'x-token', secrets: [hush] } },
        events: [
          {
            kind: 'deployment',
            record: 'id',
            subject: 'project',
            at: 'occurred',
            state: { value: 'finished' },
          },
        ],
      },
    },
  },
  search: {
    collators: {
      accountability: {
        schedule: { frequency: { minutes: 10 }, timeout: { minutes: 5 } },
      },
    },
  },
};
