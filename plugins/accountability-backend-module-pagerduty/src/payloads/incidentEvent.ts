import { RecordEventInput } from 'backstage-plugin-accountability-common';
import { readInstant } from 'backstage-plugin-accountability-node';
import { IncidentPayload } from './incidentPayload';
import { recordId } from './recordId';
import { responseOf, ResponseStep } from './responseOf';

type IncidentEvent = Extract<RecordEventInput, { kind: 'incident' }>;

/** The record event of a payload: its state is the collector's, everything else is read the same way. */
export function incidentEvent(
  state: IncidentEvent['state'],
  payload: IncidentPayload,
  told: Partial<ResponseStep> & Pick<IncidentEvent, 'detectedBy'> = {},
): { events: [IncidentEvent] } {
  const { event } = payload;
  const { data } = event;
  const { step, detectedBy } = told;
  const severity = data.priority?.summary || data.urgency;
  return {
    events: [
      {
        kind: 'incident',
        record: recordId(data.id),
        subject: `pagerduty:${data.service.id}`,
        at: event.occurred_at,
        state,
        title: data.title?.trim().slice(0, 500) || undefined,
        url: data.html_url,
        openedAt: readInstant(data.created_at),
        severity: severity?.trim().slice(0, 50) || undefined,
        mergedInto: mergedInto(data),
        detectedBy,
        response: step && responseOf(payload, { ...told, step }),
      },
    ],
  };
}

/** Merging is the only reason of PagerDuty's so far; one without its target cannot be followed. */
function mergedInto({
  resolve_reason: reason,
}: IncidentPayload['event']['data']): string | undefined {
  return reason?.type.includes('merge') && reason.incident
    ? recordId(reason.incident.id)
    : undefined;
}
