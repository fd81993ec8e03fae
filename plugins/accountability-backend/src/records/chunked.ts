/**
 * Rows a statement takes at most: knex writes rows for SQLite as a compound
 * select, which takes 500.
 */
const CHUNK = 500;

/** Splits rows so that no statement binds more values than either database takes. */
export function chunked<T>(rows: readonly T[]): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < rows.length; start += CHUNK) {
    chunks.push(rows.slice(start, start + CHUNK));
  }
  return chunks;
}
