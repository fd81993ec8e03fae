import { RecordSight } from './RecordSight';
import { revertedRecord } from './revertedRecord';

/** See `hideInRecord`; of anything that is told of one change. */
export function hideInChange<T extends { reverts?: string }>(
  change: T,
  sight: RecordSight,
): T & { hidden?: 'reverts'[] } {
  const reverted = revertedRecord(change);
  if (reverted === undefined || sight.record(reverted)) return change;
  return { ...change, reverts: undefined, hidden: ['reverts'] };
}
