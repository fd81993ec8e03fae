import { OrganisationTrend } from 'backstage-plugin-accountability-common';

/** A burden week by week, as it is drawn and told. */
export interface TrendReading {
  /** Percent of the known results that did not pass; absent where nothing was known. */
  values: { at: number; value?: number }[];
  first?: { at: number; value: number };
  last?: { at: number; value: number };
  /** The share now; absent where it is unknown. */
  now?: number;
  /** Points of percent from the first known share to now; absent where two of them are not known. */
  moved?: number;
  unknown: number;
}

/** Reads a trend; a week of which nothing is known is a gap and no zero. */
export function readTrend({ points }: OrganisationTrend): TrendReading {
  const values = points.map(({ at, notPassing, known }) =>
    known > 0 ? { at, value: (100 * notPassing) / known } : { at },
  );
  const known = values.flatMap(({ at, value }) =>
    value === undefined ? [] : [{ at, value }],
  );
  const first = known[0];
  const last = known[known.length - 1];
  const now = values[values.length - 1]?.value;
  return {
    values,
    first,
    last,
    now,
    moved:
      now === undefined || known.length < 2
        ? undefined
        : Math.round(now - first.value),
    unknown: values.length - known.length,
  };
}
