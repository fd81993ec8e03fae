import { formatSpan, Text } from '../../../text';

/** A span in words; one too short to matter is not called zero. */
export function spanWords(t: Text, ms: number): string {
  return ms < 1000 ? t('sources.underSecond') : formatSpan(ms);
}

/** How long ago; clocks that differ never give a negative time. */
export function ageWords(t: Text, from: number, now: number): string {
  return spanWords(t, Math.max(0, now - from));
}
