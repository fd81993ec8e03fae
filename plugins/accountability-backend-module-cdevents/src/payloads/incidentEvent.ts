import { CollectorResult } from 'backstage-plugin-accountability-node';
import { environmentName } from './environmentName';
import { IncidentPayload } from './incidentPayload';
import { recordId } from './recordId';
import { subjectName } from './subjectName';

/** Environments that are surely none of production. By the specification an incident is one of production. */
const elsewhere = ['staging', 'test', 'development'];

/**
 * The incident in a state. The artifact that an event names is the one that
 * ran, which is no word about the cause. A resolution describes itself and
 * not the incident, so it brings no title.
 */
export function incidentEvent(
  payload: IncidentPayload,
  state: 'triggered' | 'updated' | 'resolved',
): CollectorResult {
  const { context, subject } = payload;
  const { description, environment, service, ticketURI } = subject.content;
  const place = environment ? environmentName(environment.id) : undefined;
  if (place !== undefined && elsewhere.includes(place)) {
    return { ignored: `An incident of ${place} is none of production` };
  }
  return {
    events: [
      {
        kind: 'incident',
        record: recordId('incident', {
          source: subject.source ?? context.source,
          id: subject.id,
        }),
        subject: service
          ? subjectName(payload, {
              id: service.id,
              source: service.source ?? context.source,
            })
          : subjectName(payload),
        ...(!service && { standIn: true }),
        at: context.timestamp,
        state,
        title: state === 'resolved' ? undefined : description?.slice(0, 500),
        url: ticketURI,
        chain: context.chainId?.slice(0, 200),
      },
    ],
  };
}
