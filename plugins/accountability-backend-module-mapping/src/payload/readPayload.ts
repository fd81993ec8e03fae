/** A value of a payload; objects are maps, so that no key means anything to JavaScript. */
export type PayloadValue =
  | string
  | number
  | boolean
  | null
  | readonly PayloadValue[]
  | ReadonlyMap<string, PayloadValue>;

/** How large the parts of a payload are. */
export interface PayloadSize {
  /** Values of all lists and objects. */
  values: number;
  /** Entries of the longest list or object. */
  longestList: number;
  /** Characters of the longest text. */
  longestText: number;
}

/** A payload, or why it is not taken. */
export type Payload =
  | { ok: true; value: PayloadValue; size: PayloadSize }
  | { ok: false; because: string; tooLarge?: boolean };

/** Largest body taken, in bytes: a hundred times what webhooks have. */
export const mostBytes = 1024 * 1024;

/** Most entries of one list or object, so that going through them stays cheap. */
const mostEntries = 1000;

const MOST_LEVELS = 50;

class TooLarge extends Error {}

/** Reads a body of JSON within its limits. Never throws. */
export function readPayload(body: Buffer): Payload {
  if (body.length > mostBytes) {
    return tooLarge(`The body is larger than ${mostBytes} bytes`);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch {
    return { ok: false, because: 'The body is not JSON' };
  }
  const size = { values: 0, longestList: 0, longestText: 0 };
  try {
    return { ok: true, value: convert(parsed, size, 0), size };
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return tooLarge(error.message);
  }
}

function tooLarge(because: string): Payload {
  return { ok: false, because, tooLarge: true };
}

function convert(
  value: unknown,
  size: PayloadSize,
  level: number,
): PayloadValue {
  if (typeof value === 'string') {
    size.longestText = Math.max(size.longestText, value.length);
    return value;
  }
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  if (level >= MOST_LEVELS) {
    throw new TooLarge(`The payload is nested more than ${MOST_LEVELS} deep`);
  }
  if (Array.isArray(value)) {
    measure('a list', value.length, size);
    return value.map(each => convert(each, size, level + 1));
  }
  const entries: [string, unknown][] = Object.entries(value);
  measure('an object', entries.length, size);
  return new Map(
    entries.map(([key, each]) => [key, convert(each, size, level + 1)]),
  );
}

function measure(what: string, entries: number, size: PayloadSize): void {
  if (entries > mostEntries) {
    throw new TooLarge(
      `The payload holds ${what} of ${entries} entries, and at most ${mostEntries} are taken`,
    );
  }
  size.values += entries;
  size.longestList = Math.max(size.longestList, entries);
}
