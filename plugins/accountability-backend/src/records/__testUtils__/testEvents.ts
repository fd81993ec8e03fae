import {
  RecordEvent,
  runResults,
} from 'backstage-plugin-accountability-common';
import fc from 'fast-check';

type OfKind<TKind> = Extract<RecordEvent, { kind: TKind }>;
type Given<TKind> = Partial<OfKind<TKind>> &
  Pick<OfKind<TKind>, 'at' | 'state'>;

/** An event of a deployment, `deployment:1` of subject `a` where not said otherwise. */
export function deployment(given: Given<'deployment'>): OfKind<'deployment'> {
  return { kind: 'deployment', record: 'deployment:1', subject: 'a', ...given };
}

/** An event of an incident, `incident:1` of subject `a` where not said otherwise. */
export function incident(given: Given<'incident'>): OfKind<'incident'> {
  return { kind: 'incident', record: 'incident:1', subject: 'a', ...given };
}

// Few ids, subjects and instants, so that events collide as often as can be.
const base = {
  record: fc.constantFrom('1', '2', '3'),
  subject: fc.constantFrom('a', 'b'),
  at: fc.integer({ min: 1, max: 6 }).map(second => second * 1000),
  title: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
  standIn: fc.option(fc.constant(true as const), { nil: undefined }),
};
const maybe = <T>(...values: T[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined });

/** Any record event of any kind; those with the same record id may be of other kinds. */
export const anyEvent: fc.Arbitrary<RecordEvent> = fc.oneof(
  fc.record({
    ...base,
    kind: fc.constant('deployment' as const),
    state: fc.constantFrom('pending', 'executing', 'finished', 'superseded'),
    result: maybe(...runResults),
    environment: maybe('production', 'staging'),
  }),
  fc.record({
    ...base,
    kind: fc.constant('incident' as const),
    state: fc.constantFrom(
      'triggered',
      'acknowledged',
      'reopened',
      'resolved',
      'updated',
    ),
    openedAt: maybe(500, 1500),
    impactStart: maybe(200, 9000),
    severity: maybe('P1', 'P2'),
    detectedBy: maybe('monitor' as const, 'person' as const),
    response: fc.option(
      fc.record({
        step: fc.constantFrom(
          'paged' as const,
          'escalated' as const,
          'acknowledged' as const,
        ),
        team: maybe('t', 'u'),
      }),
      { nil: undefined },
    ),
  }),
  fc.record({
    ...base,
    kind: fc.constant('change' as const),
    state: fc.constantFrom('opened', 'merged', 'closed', 'reviewed'),
    approvals: maybe(0, 1),
    origin: maybe('push' as const),
    defaultBranch: maybe(true, false),
    sha: maybe('c1', 'c2'),
    author: maybe('ada', 'ben'),
    authorKind: maybe('person' as const, 'bot' as const),
    sponsor: maybe('cyd'),
    topics: maybe(['T-1'], ['T-1', 'T-2']),
    paths: maybe(['src/api/x.ts', 'src/api/y.ts'], ['README.md', 'src/x.ts']),
    review: fc.option(
      fc.record({
        id: fc.constantFrom('r1', 'r2'),
        by: maybe('ben', 'cyd'),
        verdict: fc.constantFrom(
          'approve' as const,
          'reject' as const,
          'withdraw' as const,
        ),
      }),
      { nil: undefined },
    ),
  }),
  fc.record({
    ...base,
    kind: fc.constant('build' as const),
    state: fc.constantFrom('pending', 'executing', 'finished'),
    result: maybe(...runResults),
  }),
  fc.record({
    ...base,
    kind: fc.constant('alert' as const),
    state: fc.constantFrom('firing', 'acknowledged', 'resolved'),
    notifiedAt: maybe(1000, 2000, 7000),
    resolvedBy: maybe('system' as const, 'person' as const),
    label: maybe('actionable' as const, 'noise' as const),
    silenced: maybe(true, false),
  }),
  fc.record({
    ...base,
    kind: fc.constant('finding' as const),
    state: fc.constantFrom('open', 'fixed', 'dismissed'),
    series: maybe('s', 't'),
  }),
  fc.record({
    ...base,
    kind: fc.constant('report' as const),
    state: fc.constant('uploaded' as const),
    format: fc.constant('sarif' as const),
    series: maybe('s', 't'),
    sha: maybe('c1', 'c2'),
    defaultBranch: maybe(true, false),
    components: maybe(
      [{ purl: 'pkg:npm/a@1' }, { purl: 'pkg:npm/b@1', direct: true as const }],
      [{ purl: 'pkg:npm/b@1', direct: true as const }, { purl: 'pkg:npm/a@1' }],
      [{ purl: 'pkg:npm/a@2' }],
      [],
    ),
    tellsDirect: maybe(true, false),
    bill: maybe('sent'),
  }),
);
