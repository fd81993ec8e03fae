import { readInstant } from '../readInstant';

/** Epoch milliseconds of an instant as a source writes it; undefined where it names none. */
export function epochOf(
  given: string | number | null | undefined,
): number | undefined {
  const read = readInstant(given);
  return read === undefined ? undefined : Date.parse(read);
}
