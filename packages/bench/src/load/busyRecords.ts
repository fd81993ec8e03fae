import {
  AlertRecord,
  ChangeRecord,
  DeploymentRecord,
  FindingRecord,
  IncidentRecord,
  ReportRecord,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { busyJob, busyRun } from './busyBuilds';
import { changeDetails } from './changeDetails';
import {
  base,
  begun,
  Busy,
  commitOf,
  DAY,
  drawn,
  HOUR,
  isOf,
  MINUTE,
  Nth,
} from './nthRecord';

type Make = (nth: Nth) => ServiceRecord;

/** Shares of the kinds in hundredths: what a busy service of many teams sends. */
const mix: readonly { share: number; make: Make }[] = [
  { share: 20, make: busyRun },
  { share: 40, make: busyJob },
  { share: 15, make: alert },
  { share: 10, make: change },
  { share: 10, make: deployment },
  { share: 1, make: incident },
  { share: 3, make: finding },
  { share: 1, make: report },
];

/**
 * So many records of one service, all within the windows of the facts that
 * look at their kind: builds and alerts of four weeks, the others of 90 days.
 * The same every time but for `now`.
 */
export function busyRecords(busy: Busy, records: number): ServiceRecord[] {
  return mix.flatMap(({ share, make }) => {
    const count = Math.floor((records * share) / 100);
    return Array.from({ length: count }, (_, n) => make({ ...busy, n, count }));
  });
}

function alert(nth: Nth): AlertRecord {
  const { n, count } = nth;
  const startedAt = begun(nth, 28);
  const isTakenUp = isOf(30, n, 8);
  return {
    ...base('alert', nth, startedAt),
    title: `Alert ${drawn(n, 300, 9)}`,
    endedAt: startedAt + MINUTE + drawn(n, 40 * MINUTE, 10),
    state: 'resolved',
    severity: 'page',
    notifications: 1 + drawn(n, 4, 11),
    resolvedBy: isTakenUp ? 'person' : 'system',
    silenced: isOf(3, n, 12),
    ...(isTakenUp && { acknowledgedAt: startedAt + 2 * MINUTE }),
    // Incidents are spread over more days than alerts, the last third over the same.
    ...(isOf(5, n, 13) && {
      incident: `bench:incident:${Math.floor((count + 2 * n) / 45)}`,
    }),
  };
}

function change(nth: Nth): ChangeRecord {
  const { n } = nth;
  const endedAt = begun(nth, 90);
  const firstCommitAt = endedAt - drawn(n, 10 * DAY, 14);
  return {
    ...base('change', nth, endedAt - drawn(n, 2 * DAY, 15)),
    title: isOf(1, n, 16) ? `Hotfix: number ${n}` : `Change number ${n}`,
    endedAt,
    state: isOf(92, n, 17) ? 'merged' : 'closed',
    branch: 'main',
    defaultBranch: true,
    sha: commitOf(n),
    firstAuthoredAt: firstCommitAt,
    firstCommitAt,
    headCommitAt: endedAt - HOUR,
    commits: 1 + drawn(n, 9, 18),
    approvals: drawn(n, 3, 19),
    ...changeDetails(nth, endedAt),
    ...(isOf(1, n, 21) && n > 5 && { reverts: commitOf(n - 3) }),
  };
}

/** Deploys the changes as they come, each to production or to staging; now and then what ran before comes back. */
function deployment(nth: Nth): DeploymentRecord {
  const { n } = nth;
  const startedAt = begun(nth, 90);
  return {
    ...base('deployment', nth, startedAt),
    endedAt: startedAt + 5 * MINUTE,
    state: 'finished',
    result: isOf(96, n, 22) ? 'success' : 'failure',
    environment: isOf(60, n, 23) ? 'production' : 'staging',
    sha: commitOf(isOf(2, n, 24) ? Math.max(0, n - 4) : n),
  };
}

function incident(nth: Nth): IncidentRecord {
  const { n } = nth;
  const startedAt = begun(nth, 90);
  const endedAt = startedAt + 10 * MINUTE + drawn(n, 5 * HOUR, 25);
  const acknowledgedAt = startedAt + drawn(n, 10 * MINUTE, 26);
  return {
    ...base('incident', nth, startedAt),
    title: `Incident ${n}`,
    endedAt,
    acknowledgedAt,
    state: 'resolved',
    severity: 'high',
    responses: [{ step: 'paged', at: startedAt + MINUTE, team: 'bench:rota' }],
    episodes: [{ from: startedAt, to: endedAt }],
  };
}

function finding(nth: Nth): FindingRecord {
  const { n } = nth;
  const startedAt = begun(nth, 90);
  const isFixed = isOf(70, n, 27);
  return {
    ...base('finding', nth, startedAt),
    title: `CVE-2026-${n}`,
    severity: 'high',
    category: 'dependency',
    identifiers: [`CVE-2026-${n}`],
    package: `pkg:npm/part-${drawn(n, 500, 28)}@1.0.0`,
    knownExploited: isOf(2, n, 29),
    ...(isFixed
      ? { state: 'fixed', endedAt: startedAt + HOUR }
      : { state: 'open' }),
  };
}

function report(nth: Nth): ReportRecord {
  const startedAt = begun(nth, 90);
  return {
    ...base('report', nth, startedAt),
    endedAt: startedAt,
    state: 'uploaded',
    format: 'junit',
    sha: commitOf(nth.n),
    uploads: [startedAt],
    measures: { tests: 900, failures: drawn(nth.n, 3, 30) },
  };
}
