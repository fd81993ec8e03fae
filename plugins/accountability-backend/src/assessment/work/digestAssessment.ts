import { createHash } from 'crypto';
import { Assessment } from 'backstage-plugin-accountability-common';

/**
 * Digest of what an assessment says, without the instants that move with every
 * run: two runs that say the same have the same digest, and the second need
 * not be written.
 */
export function digestAssessment(
  assessment: Assessment,
  newestRecordAt?: number,
): string {
  const lasting = {
    ...assessment,
    at: undefined,
    nextDueAt: undefined,
    newestRecordAt,
    facts: assessment.facts.map(fact => ({
      ...fact,
      observedAt: undefined,
      window: undefined,
    })),
  };
  return createHash('sha256').update(JSON.stringify(lasting)).digest('hex');
}
