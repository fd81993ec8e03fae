import { CauseOverrideEntry } from 'backstage-plugin-accountability-common';
import { hiddenReason } from './hiddenReason';
import { RecordSight } from './RecordSight';

/** A decision on a cause; of a deployment that the caller may not see neither its id nor what somebody wrote of it. */
export function hideInDecision(
  entry: CauseOverrideEntry,
  sight: RecordSight,
): CauseOverrideEntry {
  const { cause, withdrawn, ...rest } = entry;
  if (cause === undefined || sight.record(cause)) return entry;
  return {
    ...rest,
    reason: hiddenReason,
    causeHidden: true,
    ...(withdrawn && { withdrawn: { ...withdrawn, reason: hiddenReason } }),
  };
}
