import { ChangeMaker } from '../api/changeResponses';
import { ChangeRecord } from '../records/serviceRecord';

/**
 * `machine` where a marker attests or declares it, `automation` where a bot made
 * it that follows rules; `rest` is what nothing is known of, not what people
 * wrote. A marker that is inferred from habit decides nothing.
 */
export function makerOf({
  machineWritten,
  provenance,
}: ChangeRecord): ChangeMaker {
  if (machineWritten === 'attested' || machineWritten === 'declared') {
    return 'machine';
  }
  return provenance?.automation ? 'automation' : 'rest';
}
