import {
  HttpClient,
  PolledDelivery,
  PollStream,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { INCIDENT } from '../payloads/incidentPayload';
import { walkWindows } from './walkWindows';

/** Types of log entries that move a state or call people, with the webhook's event of the same. */
const moves = new Map([
  ['trigger_log_entry', 'incident.triggered'],
  ['acknowledge_log_entry', 'incident.acknowledged'],
  ['unacknowledge_log_entry', 'incident.unacknowledged'],
  ['resolve_log_entry', 'incident.resolved'],
  ['reopen_log_entry', 'incident.reopened'],
  ['priority_change_log_entry', 'incident.priority_updated'],
  ['delegate_log_entry', 'incident.delegated'],
  ['escalate_log_entry', 'incident.escalated'],
]);

/** Others that change the incident itself; notifications, notes and responders do not. */
const CHANGES = /^(\w*(?:change|update|merge|move)\w*)_log_entry$/;

const incidentSchema = z.object({
  id: z.string(),
  title: z.string().nullish(),
  summary: z.string().nullish(),
  html_url: z.string().nullish(),
  created_at: z.string().nullish(),
  service: z.object({ id: z.string() }),
  priority: z.object({ summary: z.string().nullish() }).nullish(),
  urgency: z.string().nullish(),
  resolve_reason: z
    .object({
      type: z.string(),
      incident: z.object({ id: z.string() }).nullish(),
    })
    .nullish()
    .catch(undefined),
});

const listSchema = z.object({
  log_entries: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      created_at: z.string(),
      // Of which kind whoever did it is; never who.
      agent: z.object({ type: z.string() }).optional().catch(undefined),
      // One that was deleted, or that the token may not see, is a mere reference.
      incident: incidentSchema.nullish().catch(undefined),
    }),
  ),
});

type LogEntry = z.output<typeof listSchema>['log_entries'][number];

/** Log entries of all incidents, each as the webhook that PagerDuty sent when it was written. */
export function logEntries(client: HttpClient): PollStream {
  return {
    id: 'incidents',
    scope: 'source',
    poll: request =>
      walkWindows(
        {
          client,
          path: '/log_entries',
          query: { 'include[]': ['incidents'] },
          read: body => {
            const read = listSchema.safeParse(body);
            return read.success
              ? read.data.log_entries.flatMap(toDelivery)
              : undefined;
          },
        },
        request,
      ),
  };
}

/**
 * The incident is as it is now, and not as it was then: only its states have a
 * history. So it names no rota, which may have been another one then.
 */
function toDelivery(entry: LogEntry): PolledDelivery[] {
  const { id, type, created_at: at, agent, incident } = entry;
  const change = CHANGES.exec(type)?.[1];
  const event = moves.get(type) ?? (change && `incident.${change}`);
  if (event === undefined || !incident) return [];
  const { title, summary, ...rest } = incident;
  return [
    {
      key: id,
      headers: {},
      payload: {
        event: {
          id,
          event_type: event,
          occurred_at: at,
          ...(agent && { agent }),
          data: { ...rest, type: INCIDENT, title: title ?? summary },
        },
      },
    },
  ];
}
