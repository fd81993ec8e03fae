import {
  AlertRecord,
  DeploymentRecord,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';

/**
 * A deployment as far as it had come at an instant, told from what is known of
 * it now: what came later is left out. Undefined before it began.
 */
export function deploymentAt(
  record: DeploymentRecord,
  at: number,
): DeploymentRecord | undefined {
  if (record.startedAt > at) return undefined;
  if (record.endedAt === undefined || record.endedAt <= at) return record;
  const { endedAt: _, result: __, ...begun } = record;
  return { ...begun, state: 'executing' };
}

/** The same of an incident. */
export function incidentAt(
  record: IncidentRecord,
  at: number,
): IncidentRecord | undefined {
  if (record.startedAt > at) return undefined;
  const { endedAt, acknowledgedAt, ...begun } = record;
  const acknowledged = acknowledgedAt !== undefined && acknowledgedAt <= at;
  const ended = endedAt !== undefined && endedAt <= at;
  const cut = endedAt !== undefined && !ended;
  return {
    ...begun,
    ...(acknowledged && { acknowledgedAt }),
    ...(ended && { endedAt }),
    ...(cut && { state: acknowledged ? 'acknowledged' : 'triggered' }),
    episodes: record.episodes
      .filter(({ from }) => from <= at)
      .map(({ from, to }) =>
        to !== undefined && to <= at ? { from, to } : { from },
      ),
  };
}

/** The same of an alert. */
export function alertAt(
  record: AlertRecord,
  at: number,
): AlertRecord | undefined {
  if (record.startedAt > at) return undefined;
  const { endedAt, acknowledgedAt, ...begun } = record;
  const acknowledged = acknowledgedAt !== undefined && acknowledgedAt <= at;
  if (endedAt === undefined || endedAt <= at) return record;
  return {
    ...begun,
    ...(acknowledged && { acknowledgedAt }),
    state: acknowledged ? 'acknowledged' : 'firing',
  };
}
