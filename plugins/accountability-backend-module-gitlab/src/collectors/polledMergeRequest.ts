import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { optionalTime } from '../payloads/times';
import { mergeRequest } from './mergeRequest';

/**
 * A merge request as the poller fetched it: what its webhook would tell, and
 * all of its approvals where they could be counted.
 */
export const polledMergeRequest = defineCollector({
  event: 'poll.merge_request',
  schema: z.looseObject({
    object_attributes: z.looseObject({ updated_at: optionalTime }),
    approvals: z.int().min(0).optional().catch(undefined),
  }),
  collect: (payload, context) => {
    const { approvals } = payload;
    const told = mergeRequest.collect(payload, context);
    if ('ignored' in told || approvals === undefined) return told;
    const updatedAt = payload.object_attributes.updated_at ?? '';
    // Counted as of its last update, so that of several counts the last holds.
    const counted = told.events.flatMap(event =>
      event.kind === 'change' && event.state === 'merged'
        ? [{ ...event, approvals, at: later(event.at, updatedAt) }]
        : [],
    );
    return { events: [...told.events, ...counted] };
  },
});

/** Both are ISO 8601 in UTC, which sort as they are. */
function later(a: string, b: string): string {
  return a > b ? a : b;
}
