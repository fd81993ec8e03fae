import { Target } from './targets';

/** Fields of a row that have a value. */
export type Filled = Record<string, string | undefined>;

/** The events that one filled-in row stands for, not yet validated. */
export function eventsOfRow(target: Target, fields: Filled): object[] {
  switch (target) {
    case 'deployments':
      return deploymentEvents(fields);
    case 'incidents':
      return incidentEvents(fields);
    default:
      return [
        {
          kind: 'owner',
          entityRef: fields.entityRef,
          owner: fields.owner,
          at: fields.at,
        },
      ];
  }
}

/** A row with one instant tells of the end; when it began is not known. */
function deploymentEvents({ at, startedAt, result, ...rest }: Filled) {
  const base = { kind: 'deployment', ...rest };
  const finished = {
    ...base,
    at,
    state: 'finished',
    result: result ?? 'success',
  };
  return startedAt
    ? [{ ...base, at: startedAt, state: 'executing' }, finished]
    : [finished];
}

function incidentEvents(fields: Filled): object[] {
  const { at, acknowledgedAt, resolvedAt, impactStart } = fields;
  const { record, subject, severity, title, url } = fields;
  const base = defined({
    kind: 'incident',
    record,
    subject,
    severity,
    title,
    url,
  });
  const opened = {
    ...base,
    at,
    state: 'triggered',
    ...defined({ impactStart, cause: causeOf(fields) }),
  };
  return [
    opened,
    ...(acknowledgedAt
      ? [{ ...base, at: acknowledgedAt, state: 'acknowledged' }]
      : []),
    ...(resolvedAt ? [{ ...base, at: resolvedAt, state: 'resolved' }] : []),
  ];
}

function causeOf(fields: Filled): object | undefined {
  const claim = defined({
    record: fields.causeRecord,
    sha: fields.causeSha,
    version: fields.causeVersion,
  });
  return Object.keys(claim).length > 0
    ? { by: fields.causeBy ?? 'person', ...claim }
    : undefined;
}

function defined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
}
