import { defineCollector } from 'backstage-plugin-accountability-node';
import { changeEvent } from '../payloads/changeEvent';
import { changePayload } from '../payloads/changePayload';

/** A change was merged. */
export const changeMerged = defineCollector({
  event: 'change.merged',
  schema: changePayload,
  collect: payload => changeEvent(payload, 'merged'),
});
