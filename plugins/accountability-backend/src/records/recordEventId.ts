import { createHash } from 'node:crypto';
import { RecordEvent } from 'backstage-plugin-accountability-common';
import { canonicalJson } from './canonicalJson';

/** Id of a record event: the digest of all it says, so that the same event told twice is one. */
export function recordEventId(event: RecordEvent): string {
  return digestOf(canonicalJson(event));
}

/** The same, of its canonical text. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
