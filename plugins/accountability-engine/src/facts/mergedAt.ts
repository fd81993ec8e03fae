import { ChangeRecord } from 'backstage-plugin-accountability-common';

/** When a change was merged; undefined where it was not. */
export function mergedAt(record: ChangeRecord): number | undefined {
  return record.state === 'merged' ? record.endedAt : undefined;
}
