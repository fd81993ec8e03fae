import { Exemption, Severity } from 'backstage-plugin-accountability-common';
import { inWords } from './describeExemption';
import { ExemptionSettings } from './ExemptionSettings';

const dayMs = 24 * 3_600_000;

/** Why nobody may have such an exemption, as a sentence that says what may be had; undefined where one may. */
export function whyNotGranted(
  asked: Pick<Exemption, 'subject' | 'requestedAt' | 'expiresAt'>,
  check: { title: string; severity: Severity },
  { maxDays }: Pick<ExemptionSettings, 'maxDays'>,
): string | undefined {
  const { title, severity } = check;
  if (severity === 'critical' && asked.subject.by !== 'service') {
    return `“${title}” is critical: exempt one service at a time, by its entity ref, and not all of ${asked.subject.ref}`;
  }
  if (asked.expiresAt <= asked.requestedAt) {
    return `An exemption must end after it is asked for; ${inWords(
      asked.expiresAt,
    )} is over`;
  }
  const latest = asked.requestedAt + maxDays[severity] * dayMs;
  if (asked.expiresAt <= latest) return undefined;
  return `“${title}” is of severity ${severity}, from which an exemption lasts at most ${
    maxDays[severity]
  } days: it can end by ${inWords(latest)}, and be renewed then`;
}
