import { DateTime } from 'luxon';

const EARLIEST = Date.UTC(1970, 0, 2);
const LATEST = Date.UTC(2200, 0, 1);

/** Epoch milliseconds of a date in ISO 8601, in UTC where it names no zone; undefined where it is none, or one that stands for "not known", as the year 1. */
export function parseInstant(text: unknown): number | undefined {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(text)) {
    return undefined;
  }
  const at = DateTime.fromISO(text, { zone: 'utc' }).toMillis();
  return at >= EARLIEST && at <= LATEST ? at : undefined;
}
