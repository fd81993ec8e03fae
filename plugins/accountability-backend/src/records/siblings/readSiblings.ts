import { Knex } from 'knex';

/** A change, and one of another subject that was merged within 24 hours of it under the same topic. */
export interface Sibling {
  change: string;
  /** The other's record id and subject, and when the later of both was merged, epoch milliseconds. */
  other: string;
  subject: string;
  at: number;
}

/** Siblings of changes merged in the stretch of time, by the subject of the change. */
export async function readSiblings(
  _knex: Knex,
  _asked: { subjects: readonly string[]; from: number; to: number },
): Promise<Map<string, Sibling[]>> {
  return new Map();
}
