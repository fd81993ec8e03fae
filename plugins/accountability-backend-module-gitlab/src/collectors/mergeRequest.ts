import {
  Collector,
  defineCollector,
  Detect,
} from 'backstage-plugin-accountability-node';
import { madeOf } from '../payloads/madeOf';
import { requestEvents } from '../payloads/requestEvents';
import { requestPayload } from '../payloads/requestPayload';

/** A merge request was opened, changed, approved, closed or merged. Made with the markers in force. */
export function mergeRequest(detect: Detect): Collector {
  return defineCollector({
    event: 'merge_request',
    schema: requestPayload,
    collect: payload => requestEvents(payload, madeOf(payload, detect)),
  });
}
