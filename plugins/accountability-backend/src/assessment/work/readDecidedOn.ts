import { Knex } from 'knex';
import { whereAny } from '../../database/whereAny';
import { ServiceFile } from '../../ownership';

/** Incidents of which a person ever said that a deployment of the services is the cause, in one statement. Decisions are made by hand, and few. */
export async function readDecidedOn(
  knex: Knex,
  { files }: { files: readonly ServiceFile[] },
): Promise<string[]> {
  return whereAny(
    knex('cause_overrides as o')
      .join('record_heads as h', 'h.record_id', 'o.cause_id')
      .distinct('o.incident_id')
      .orderBy('o.incident_id'),
    'h.subject',
    files.flatMap(file => file.subjects),
  ).pluck('o.incident_id');
}
