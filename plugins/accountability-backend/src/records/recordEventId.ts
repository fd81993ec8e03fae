import { createHash } from 'node:crypto';
import { RecordEvent } from 'backstage-plugin-accountability-common';
import { canonicalJson } from './canonicalJson';

/** Id of a record event: the digest of all it says, so that the same event told twice is one. */
export function recordEventId(event: RecordEvent): string {
  return createHash('sha256').update(canonicalJson(event)).digest('hex');
}
