import {
  AlertRecord,
  BuildRecord,
  ChangeRecord,
  DeploymentRecord,
  FindingRecord,
  IncidentRecord,
  ReportRecord,
} from 'backstage-plugin-accountability-common';
import { MINUTE } from '../time';
import { ago } from './ago';

/** Fields of a record that an example wants different from the usual. */
type Given<T> = Partial<Omit<T, 'id' | 'kind'>>;

const subject = 'test:acme/payments';

/** A deployment that reached production two days ago, of its own commit, within ten minutes. */
export function deployed(
  id: string,
  given: Given<DeploymentRecord> = {},
): DeploymentRecord {
  const startedAt = given.startedAt ?? ago(2, 'd');
  return {
    kind: 'deployment',
    id,
    subject,
    startedAt,
    endedAt: startedAt + 10 * MINUTE,
    state: 'finished',
    result: 'success',
    environment: 'production',
    sha: `sha-of-${id}`,
    ...given,
  };
}

/** An incident of one day ago, resolved within half an hour, that names no cause. */
export function incident(
  id: string,
  given: Given<IncidentRecord> = {},
): IncidentRecord {
  const startedAt = given.startedAt ?? ago(1, 'd');
  const endedAt = 'endedAt' in given ? given.endedAt : startedAt + 30 * MINUTE;
  return {
    kind: 'incident',
    id,
    subject,
    startedAt,
    endedAt,
    state: endedAt === undefined ? 'triggered' : 'resolved',
    episodes: [{ from: startedAt, to: endedAt }],
    ...given,
  };
}

/** An incident that a person charged to a deployment. */
export function causedBy(
  deployment: string,
  id: string,
  given: Given<IncidentRecord> = {},
): IncidentRecord {
  return incident(id, {
    cause: { by: 'person', record: deployment },
    ...given,
  });
}

/** A change merged two days ago with one approval and no marker of a machine. */
export function merged(
  id: string,
  given: Given<ChangeRecord> = {},
): ChangeRecord {
  const endedAt = given.endedAt ?? ago(2, 'd');
  return {
    kind: 'change',
    id,
    subject,
    startedAt: endedAt - 60 * MINUTE,
    endedAt,
    state: 'merged',
    approvals: 1,
    ...given,
  };
}

/** A first attempt on the default branch that succeeded two days ago after a minute in the queue. */
export function built(id: string, given: Given<BuildRecord> = {}): BuildRecord {
  const startedAt = given.startedAt ?? ago(2, 'd');
  return {
    kind: 'build',
    id,
    subject,
    startedAt,
    endedAt: startedAt + 5 * MINUTE,
    queuedAt: startedAt - MINUTE,
    state: 'finished',
    result: 'success',
    defaultBranch: true,
    attempt: 1,
    ...given,
  };
}

/** An alert of two days ago that went away by itself after two minutes. */
export function alerted(
  id: string,
  given: Given<AlertRecord> = {},
): AlertRecord {
  const startedAt = given.startedAt ?? ago(2, 'd');
  return {
    kind: 'alert',
    id,
    subject,
    startedAt,
    endedAt: startedAt + 2 * MINUTE,
    state: 'resolved',
    ...given,
  };
}

/** An open finding of ten days ago that is not known to be exploited. */
export function found(
  id: string,
  given: Given<FindingRecord> = {},
): FindingRecord {
  return {
    kind: 'finding',
    id,
    subject,
    startedAt: ago(10, 'd'),
    state: 'open',
    severity: 'high',
    knownExploited: false,
    ...given,
  };
}

/** A report on the default branch that was uploaded two days ago; of a scanner where no form is given. */
export function reported(
  id: string,
  given: Given<ReportRecord> = {},
): ReportRecord {
  const startedAt = given.startedAt ?? ago(2, 'd');
  return {
    kind: 'report',
    id,
    subject,
    startedAt,
    endedAt: startedAt,
    state: 'uploaded',
    format: 'sarif',
    uploads: [startedAt],
    ...given,
  };
}
