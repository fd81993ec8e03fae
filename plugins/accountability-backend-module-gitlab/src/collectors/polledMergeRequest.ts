import { RecordEventInput } from 'backstage-plugin-accountability-common';
import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { requestDetails } from '../payloads/requestDetails';
import { requestEvents } from '../payloads/requestEvents';
import { requestPayload } from '../payloads/requestPayload';

/**
 * A merge request as the poller fetched it: what its webhook would tell, and
 * what only GitLab's API knows.
 */
export const polledMergeRequest = defineCollector({
  event: 'poll.merge_request',
  schema: requestPayload.extend({
    details: requestDetails,
    /** Where deliveries of earlier releases have it. */
    approvals: z.int().min(0).optional().catch(undefined),
  }),
  collect: payload => {
    const details = {
      ...(payload.approvals !== undefined && { approvals: payload.approvals }),
      ...payload.details,
    };
    const told = requestEvents(payload, {});
    if ('ignored' in told || Object.keys(details).length === 0) return told;
    const updatedAt = payload.object_attributes.updated_at ?? '';
    return {
      events: told.events.flatMap(event => detailed(event, details, updatedAt)),
    };
  },
});

/** That it was merged is told once more as of its last update, so that of several times the last holds. Merged it stays; closed it may not. */
function detailed(
  event: RecordEventInput,
  details: z.input<typeof requestDetails>,
  updatedAt: string,
): RecordEventInput[] {
  if (event.kind !== 'change' || event.state === 'opened') return [event];
  if (event.state === 'closed') return [{ ...event, ...details }];
  return [
    event,
    { ...event, ...details, at: event.at > updatedAt ? event.at : updatedAt },
  ];
}
