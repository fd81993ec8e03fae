import { ChangeRecord } from 'backstage-plugin-accountability-common';

/** What made a change, as far as its markers say. */
export type Maker = 'machine' | 'automation' | 'rest';

/**
 * `machine` where a marker attests or declares it, `automation` where a bot made
 * it that follows rules; `rest` is what nothing is known of, not what people
 * wrote. A marker that is inferred from habit decides nothing.
 */
export function makerOf({ machineWritten, provenance }: ChangeRecord): Maker {
  if (machineWritten === 'attested' || machineWritten === 'declared') {
    return 'machine';
  }
  return provenance?.automation ? 'automation' : 'rest';
}
