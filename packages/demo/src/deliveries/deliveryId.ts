import { createHash } from 'node:crypto';
import { RecordEventInput } from 'backstage-plugin-accountability-common';

/** The sender's id of a delivery, shaped like a UUID: the same event always has the same. */
export function deliveryId(event: RecordEventInput): string {
  const digest = createHash('sha256').update(JSON.stringify(event)).digest();
  const hex = digest.toString('hex').slice(0, 32);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
