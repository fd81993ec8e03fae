import { RecordEventInput } from 'backstage-plugin-accountability-common';
import { CollectorResult } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { IncidentPayload } from './incidentPayload';
import { slugOf } from './slugOf';
import { requireTime } from './times';

type IncidentEvent = Extract<RecordEventInput, { kind: 'incident' }>;
type Incident = IncidentPayload['object_attributes'];

/** The events of an incident, which GitLab tells of as an issue or as a work item, now the one and now the other. */
export function incidentEvents(payload: IncidentPayload): CollectorResult {
  const { object_attributes: incident } = payload;
  if (!isIncident(incident)) {
    return { ignored: 'Issues that are no incidents are not recorded' };
  }
  const main = eventOf(payload);
  const { closed_at: closedAt } = incident;
  if (main.state === 'resolved' || closedAt === undefined) {
    return { events: [main] };
  }
  const { kind, record, subject } = main;
  return {
    events: [main, { kind, record, subject, state: 'resolved', at: closedAt }],
  };
}

/** GitLab before 17.2 names no type; the status of an escalation only incidents have. */
function isIncident({ type, escalation_status: status }: Incident): boolean {
  return type === undefined
    ? status !== undefined
    : type.toLowerCase() === 'incident';
}

function eventOf(payload: IncidentPayload): IncidentEvent {
  const { object_attributes: incident } = payload;
  const project = required(payload.project, 'it names no project');
  const { duplicated_to_id: duplicateOf, moved_to_id: movedTo } = incident;
  const mergedInto = duplicateOf ?? movedTo;
  const severity = incident.severity?.toLowerCase();
  return {
    kind: 'incident',
    record: recordId(required(incident.id, 'it has no id')),
    subject: `gitlab:${slugOf(project)}`,
    ...stateOf(payload),
    openedAt: incident.created_at,
    // Not everybody who may see services may see what is confidential.
    title: incident.confidential ? undefined : incident.title,
    url: incident.url,
    severity: severity === 'unknown' ? undefined : severity?.slice(0, 50),
    mergedInto: mergedInto === undefined ? undefined : recordId(mergedInto),
  };
}

function stateOf({
  object_attributes: incident,
  changes,
}: IncidentPayload): Pick<IncidentEvent, 'state' | 'at'> {
  const { created_at: createdAt, updated_at: updatedAt } = incident;
  switch (incident.action) {
    case 'open':
      return { state: 'triggered', at: requireTime(createdAt) };
    case 'reopen':
      return { state: 'reopened', at: requireTime(updatedAt) };
    case 'close':
      return {
        state: 'resolved',
        at: requireTime(incident.closed_at ?? updatedAt),
      };
    default:
      return {
        state:
          changes?.escalation_status?.current === 'acknowledged'
            ? 'acknowledged'
            : 'updated',
        at: requireTime(updatedAt),
      };
  }
}

/** Its own id and not its number: a duplicate names the other by that, and it stays where the incident moves. */
function recordId(id: number): string {
  return `gitlab:incident:${id}`;
}

function required<T>(value: T | null | undefined, error: string): T {
  if (value !== null && value !== undefined) return value;
  return z.never({ error }).parse(value);
}
