import { RecordKind } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';

/** Kinds of record that any source has ever delivered, sorted. */
export async function readSourceKinds(knex: Knex): Promise<RecordKind[]> {
  return knex('record_kinds').orderBy('kind').pluck<RecordKind[]>('kind');
}
