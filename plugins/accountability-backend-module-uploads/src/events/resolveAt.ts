const DAY_MS = 24 * 60 * 60 * 1000;

/** Times before it are the constant that reproducible builds write, not when a document was made. */
const FIRST_MS = Date.UTC(2000, 0, 1);

/**
 * When a report was made: as the caller says, else as its document says, else
 * when it came in. One from the future is refused, since no later report
 * would ever replace it.
 */
export function resolveAt(given: {
  said?: string;
  madeAt?: string;
  receivedAt: number;
}): { ok: true; at: string } | { ok: false; because: string } {
  const { said, madeAt, receivedAt } = given;
  const isMade = madeAt !== undefined && Date.parse(madeAt) >= FIRST_MS;
  const at =
    said ?? (isMade ? madeAt : undefined) ?? new Date(receivedAt).toISOString();
  return Date.parse(at) > receivedAt + DAY_MS
    ? {
        ok: false,
        because: `The report is of ${at}, more than a day after it came in; say when it was made with the parameter at`,
      }
    : { ok: true, at };
}
