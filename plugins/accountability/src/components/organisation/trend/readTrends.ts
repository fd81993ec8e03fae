import {
  Burden,
  OrganisationTrend,
} from 'backstage-plugin-accountability-common';
import { readTrend, TrendReading } from './readTrend';

/** What several burdens' weeks say, on one scale. */
export interface TrendReadings {
  read: { burden: Burden; reading: TrendReading }[];
  /** The highest share of all of them, percent, at least 1. */
  highest: number;
}

/** Reads the weeks of burdens that are drawn side by side. */
export function readTrends(
  trends: readonly OrganisationTrend[],
): TrendReadings {
  const read = trends.map(trend => ({
    burden: trend.burden,
    reading: readTrend(trend),
  }));
  const values = read.flatMap(({ reading }) =>
    reading.values.map(({ value }) => value ?? 0),
  );
  return { read, highest: Math.max(1, ...values) };
}
