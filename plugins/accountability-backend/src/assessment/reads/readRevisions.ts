import { Knex } from 'knex';
import { readInstant } from '../../database/instants';
import { FactSnapshotRevisionRow } from '../../database/tables';

/** What a closed day said of a fact until it was told again. */
export interface SnapshotRevision {
  fact: string;
  /** UTC day, `2026-11-23`. */
  day: string;
  /** The instant at which another value took its place. */
  stoodUntil: number;
  /** Absent where the fact was unknown, as `reason` says. */
  value?: number;
  reason?: string;
}

/** Earlier values of a service's closed days, from one day to another, both among them; oldest day first, and of a day the earliest first. */
export async function readRevisions(
  knex: Knex,
  options: { entityRef: string; from: string; to: string },
): Promise<SnapshotRevision[]> {
  const rows = await knex<FactSnapshotRevisionRow>('fact_snapshot_revisions')
    .where({ entity_ref: options.entityRef.toLowerCase() })
    .whereBetween('day', [options.from, options.to])
    .orderBy(['day', 'fact', 'stood_until'])
    .select();
  return rows.map(row => ({
    fact: row.fact,
    day: row.day,
    stoodUntil: readInstant(row.stood_until),
    ...(row.value !== null && { value: row.value }),
    ...(row.reason !== null && { reason: row.reason }),
  }));
}
