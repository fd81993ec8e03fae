import { Assessment } from 'backstage-plugin-accountability-common';
import { AssessInput } from './assessTypes';
import { judgeMeasured } from './judgeMeasured';
import { measureService } from './measureService';

/**
 * The whole arithmetic for one service at one instant, a function of its input
 * alone: facts from records, checks from facts, levels and burdens from checks,
 * and the next instant at which time alone could change any of it.
 */
export function assess(input: AssessInput): Assessment {
  return judgeMeasured(input, measureService(input));
}
