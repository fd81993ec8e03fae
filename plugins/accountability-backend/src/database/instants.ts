import { DbInstant } from './tables';

/** Epoch milliseconds of an instant read from either database. */
export function readInstant(value: DbInstant): number {
  if (typeof value === 'number') return value;
  return value instanceof Date ? value.getTime() : new Date(value).getTime();
}

/** Like `readInstant`, with null read as absent. */
export function readOptionalInstant(
  value: DbInstant | null | undefined,
): number | undefined {
  return value === null || value === undefined ? undefined : readInstant(value);
}

/** What to write for an instant; knex stores a Date right on both databases. */
export function writeInstant(at: number): Date {
  return new Date(at);
}
