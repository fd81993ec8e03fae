import { defineCollector } from 'backstage-plugin-accountability-node';
import { changeEvent } from '../payloads/changeEvent';
import { changePayload } from '../payloads/changePayload';

/** A change was proposed. */
export const changeCreated = defineCollector({
  event: 'change.created',
  schema: changePayload,
  collect: payload => changeEvent(payload, 'opened'),
});
