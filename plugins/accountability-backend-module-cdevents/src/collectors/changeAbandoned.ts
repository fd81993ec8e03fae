import { defineCollector } from 'backstage-plugin-accountability-node';
import { changeEvent } from '../payloads/changeEvent';
import { changePayload } from '../payloads/changePayload';

/** A change was given up. */
export const changeAbandoned = defineCollector({
  event: 'change.abandoned',
  schema: changePayload,
  collect: payload => changeEvent(payload, 'closed'),
});
