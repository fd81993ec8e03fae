import {
  RecordEvent,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { RecordEventRow, RecordHeadRow, RecordRow } from '../database/tables';
import { canonicalJson } from './canonicalJson';
import { chunked } from './chunked';
import { foldRecord } from './fold/foldRecord';
import { parseStoredEvent } from './parseStored';

interface Folded {
  record: ServiceRecord;
  /** Number of distinct events behind it. */
  revision: number;
}

/**
 * Folds records anew from all their events and writes their rows, moving
 * those whose subject changed. The heads must be locked; `heads` says where
 * each record lives. Gives every subject whose rows changed, old and new.
 */
export async function refoldRecords(
  trx: Knex,
  heads: ReadonlyMap<string, string>,
  recordIds: readonly string[],
): Promise<Set<string>> {
  const changed = new Set<string>();
  for (const ids of chunked([...recordIds].sort())) {
    const folded = await foldFromEvents(trx, ids);
    await writeRows(trx, folded);
    const moved = folded.filter(
      ({ record }) => heads.get(record.id) !== record.subject,
    );
    const left = moved.flatMap(({ record }) => heads.get(record.id) ?? []);
    if (moved.length > 0) await deleteMoved(trx, moved, left);
    folded.forEach(({ record }) => changed.add(record.subject));
    left.forEach(subject => changed.add(subject));
  }
  return changed;
}

async function foldFromEvents(
  trx: Knex,
  recordIds: readonly string[],
): Promise<Folded[]> {
  const rows: Pick<RecordEventRow, 'record_id' | 'event'>[] = await trx(
    'record_events',
  )
    .whereIn('record_id', recordIds)
    .select('record_id', 'event');
  const events = new Map<string, RecordEvent[]>();
  const revisions = new Map<string, number>();
  for (const row of rows) {
    revisions.set(row.record_id, (revisions.get(row.record_id) ?? 0) + 1);
    const event = parseStoredEvent(row.event);
    if (!event) continue;
    const known = events.get(row.record_id);
    if (known) known.push(event);
    else events.set(row.record_id, [event]);
  }
  return recordIds.flatMap(id => {
    const record = foldRecord(events.get(id) ?? []);
    return record ? [{ record, revision: revisions.get(id) ?? 0 }] : [];
  });
}

async function writeRows(trx: Knex, folded: readonly Folded[]): Promise<void> {
  if (folded.length === 0) return;
  await trx<RecordRow>('records')
    .insert(
      folded.map(({ record }) => ({
        subject: record.subject,
        record_id: record.id,
        kind: record.kind,
        started_at: writeInstant(record.startedAt),
        ended_at:
          record.endedAt === undefined ? null : writeInstant(record.endedAt),
        environment:
          record.kind === 'deployment' ? record.environment ?? null : null,
        record: canonicalJson(record),
      })),
    )
    .onConflict(['subject', 'record_id'])
    .merge();
  await trx<RecordHeadRow>('record_heads')
    .insert(
      folded.map(({ record, revision }) => ({
        record_id: record.id,
        subject: record.subject,
        revision,
      })),
    )
    .onConflict('record_id')
    .merge();
}

async function deleteMoved(
  trx: Knex,
  moved: readonly Folded[],
  left: readonly string[],
): Promise<void> {
  await trx('records')
    .whereIn('subject', [...new Set(left)])
    .whereIn(
      'record_id',
      moved.map(({ record }) => record.id),
    )
    .whereNotExists(
      trx('record_heads')
        .select(trx.raw('1'))
        .whereRaw('record_heads.record_id = records.record_id')
        .whereRaw('record_heads.subject = records.subject'),
    )
    .delete();
}
