import { FactValue } from 'backstage-plugin-accountability-common';
import { ReportedFact, ReportedValue } from './assessTypes';
import { formatDuration, formatInstant } from './time';

/**
 * A fact that others measure, as it is known at an instant, and when time
 * alone makes it too old. At that very instant it is.
 */
export function measureReported(
  { id, unit, provider, maxAgeMs, silent }: ReportedFact,
  told: ReportedValue | undefined,
  now: number,
): { value: FactValue; nextChangeAt?: number } {
  const base = { id, unit, sampleSize: 0, evidence: [], evidenceCount: 0 };
  const unknown = (
    reason: 'no-source' | 'never-collected' | 'stale',
    because: string,
  ): { value: FactValue } => ({
    value: {
      ...base,
      status: 'unknown',
      reason,
      window: { from: now, to: now },
      observedAt: now,
      because,
    },
  });
  if (!told) {
    return silent
      ? unknown(
          'no-source',
          `${provider} has told of no service yet; see what the log says of it.`,
        )
      : unknown(
          'never-collected',
          `${provider} never told it of this service; check that it measures it there.`,
        );
  }
  const { value, observedAt } = told;
  const staleAt = observedAt + maxAgeMs;
  const measuredAt = formatInstant(observedAt);
  if (now >= staleAt) {
    return unknown(
      'stale',
      `${provider} told it last as of ${measuredAt}, and it counts for ${formatDuration(
        maxAgeMs,
      )}; see what the log says of ${provider}.`,
    );
  }
  return {
    value: {
      ...base,
      status: 'known',
      value,
      window: { from: observedAt, to: observedAt },
      observedAt,
      because: `Told by ${provider}, as of ${measuredAt}.`,
    },
    nextChangeAt: staleAt,
  };
}
