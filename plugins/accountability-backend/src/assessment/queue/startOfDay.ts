import { writeInstant } from '../../database/instants';

const dayMs = 24 * 3_600_000;

/** The first instant of the UTC day of an instant, as it is written. */
export function startOfDay(at: number): Date {
  return writeInstant(at - (at % dayMs));
}
