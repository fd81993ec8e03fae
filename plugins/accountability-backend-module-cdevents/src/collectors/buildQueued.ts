import { defineCollector } from 'backstage-plugin-accountability-node';
import { buildBase } from '../payloads/buildBase';
import { buildPayload } from '../payloads/buildPayload';

/** A build was asked for. */
export const buildQueued = defineCollector({
  event: 'build.queued',
  schema: buildPayload,
  collect: payload => ({
    events: [{ ...buildBase(payload), state: 'pending' }],
  }),
});
