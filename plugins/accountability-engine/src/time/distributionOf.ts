import { Distribution } from 'backstage-plugin-accountability-common';
import { DAY, HOUR, SECOND } from './durations';
import { percentile } from './percentile';

/** Where the ranges of durations meet, in seconds: those of DORA's answer scale, a month being 30 days and six of them 180. */
const durationBounds: readonly number[] = [
  HOUR,
  DAY,
  7 * DAY,
  30 * DAY,
  180 * DAY,
].map(ms => ms / SECOND);

/**
 * How values spread: quantiles of type 7 and counts by half-open range. The
 * ranges are those of durations in seconds, or meet at `bounds`; undefined for
 * no values.
 */
export function distributionOf(
  values: readonly number[],
  bounds: readonly number[] = durationBounds,
): Distribution | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (p: number) => percentile(sorted, p) ?? NaN;
  const bins = [0, ...bounds].map((from, place) => {
    const to = bounds.at(place);
    return {
      from,
      ...(to !== undefined && { to }),
      count: sorted.filter(v => v >= from && (to === undefined || v < to))
        .length,
    };
  });
  return {
    count: sorted.length,
    min: at(0),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    p95: at(0.95),
    max: at(1),
    bins,
  };
}
