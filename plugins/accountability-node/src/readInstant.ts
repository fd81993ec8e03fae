import { DateTime } from 'luxon';

/** Ways of writing an instant that are not ISO 8601, each with its zone: GitLab's, Go's and git's. */
const formats = [
  'yyyy-MM-dd HH:mm:ss ZZZ',
  "yyyy-MM-dd HH:mm:ss 'UTC'",
  'yyyy-MM-dd HH:mm:ss.u ZZZ',
  "yyyy-MM-dd HH:mm:ss.u 'UTC'",
  'ccc MMM d HH:mm:ss yyyy ZZZ',
];

/** Go's zero time and everything of its year: "not yet", never an instant. */
const FIRST_YEAR_MS = Date.UTC(1970, 0, 1);

/**
 * An instant as a sender writes it, as the ISO 8601 text in UTC that record
 * events take: ISO 8601 with a zone, the formats of GitLab, Go and git, or a
 * number of seconds, milliseconds, microseconds or nanoseconds since 1970.
 * Undefined where it is none, has no zone, or lies before 1970 (Go's zero time).
 */
export function readInstant(
  given: string | number | null | undefined,
): string | undefined {
  const ms = typeof given === 'number' ? fromNumber(given) : fromText(given);
  if (ms === undefined || !Number.isFinite(ms) || ms < FIRST_YEAR_MS) {
    return undefined;
  }
  return (
    DateTime.fromMillis(Math.floor(ms), { zone: 'utc' }).toISO() ?? undefined
  );
}

/** Seconds have 10 digits until the year 2286, and each finer unit three more. */
function fromNumber(given: number): number {
  if (given < 1e11) return given * 1000;
  if (given < 1e14) return given;
  if (given < 1e17) return given / 1000;
  return given / 1e6;
}

function fromText(given: string | null | undefined): number | undefined {
  const text = given?.trim();
  if (!text) return undefined;
  if (/^\d{9,19}(\.\d+)?$/.test(text)) return fromNumber(Number(text));
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    const iso = DateTime.fromISO(text, { zone: 'utc' });
    return iso.isValid ? iso.toMillis() : undefined;
  }
  for (const format of formats) {
    const read = DateTime.fromFormat(text, format, {
      zone: 'utc',
      locale: 'en-US',
    });
    if (read.isValid) return read.toMillis();
  }
  return undefined;
}
