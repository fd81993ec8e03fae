import { RecordKind } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readInstant, writeInstant } from '../database/instants';
import { DbInstant } from '../database/tables';
import { whereAny } from '../database/whereAny';

/** When the first record of the kinds began in a stretch of time, both ends among it, by subject; in one statement. */
export async function readFirstStarts(
  knex: Knex,
  query: {
    subjects: readonly string[];
    kinds: readonly RecordKind[];
    from: number;
    to: number;
    /** This one does not count. */
    except?: string;
  },
): Promise<Map<string, number>> {
  if (query.subjects.length === 0) return new Map();
  const rows: { subject: string; first: DbInstant }[] = await whereAny(
    knex('records')
      .whereIn('kind', query.kinds)
      .whereBetween('started_at', [
        writeInstant(query.from),
        writeInstant(query.to),
      ])
      .whereNot({ record_id: query.except ?? '' })
      .groupBy('subject')
      .select('subject')
      .min({ first: 'started_at' }),
    'subject',
    query.subjects,
  );
  return new Map(rows.map(row => [row.subject, readInstant(row.first)]));
}
