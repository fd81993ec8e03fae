import { Attestation } from 'backstage-plugin-accountability-common';

/** Characters that a reason must and may have, as the server reads it. */
export const reasonLimits = { least: 3, most: 2000 };

/** The text of one that is missing, by which the form says so; absent where the answer can be kept. */
export function missingAnswer(
  verdict: Attestation['verdict'] | undefined,
  reason: string,
): 'missingVerdict' | 'missingReason' | 'shortReason' | undefined {
  if (!verdict) return 'missingVerdict';
  const written = reason.trim().length;
  if (written >= reasonLimits.least) return undefined;
  if (verdict === 'rejected') return 'missingReason';
  return written === 0 ? undefined : 'shortReason';
}
