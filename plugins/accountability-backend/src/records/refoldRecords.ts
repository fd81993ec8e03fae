import {
  FindingRecord,
  RecordEvent,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { RecordEventRow, RecordHeadRow, RecordRow } from '../database/tables';
import { canonicalJson } from './canonicalJson';
import { chunked } from './chunked';
import { closeUnnamed } from './fold/closeUnnamed';
import { foldRecord } from './fold/foldRecord';
import { lockHeads } from './lockHeads';
import { parseStoredEvent } from './parseStored';
import { readSeries, Series } from './readSeries';

interface Folded {
  record: ServiceRecord;
  events: readonly RecordEvent[];
  /** Number of distinct events behind it. */
  revision: number;
}

/** A finding that is fixed once a report of its series does not name it. */
interface SeriesFinding extends Folded {
  record: FindingRecord;
}

/**
 * Folds records anew from all their events and writes their rows, moving
 * those whose subject changed. The heads must be locked; `heads` says where
 * each record lives. A report makes the findings of its series fold anew too.
 * Gives every subject whose rows changed, old and new.
 */
export async function refoldRecords(
  trx: Knex,
  heads: ReadonlyMap<string, string>,
  recordIds: readonly string[],
): Promise<Set<string>> {
  const changed = new Set<string>();
  const findings: SeriesFinding[] = [];
  const reported: Series[] = [];
  for (const ids of chunked([...recordIds].sort())) {
    const folded = await foldFromEvents(trx, ids);
    const plain = folded.filter(one => !isOfSeries(one));
    findings.push(...folded.filter(isOfSeries));
    reported.push(...folded.flatMap(seriesReported));
    await writeFolded(trx, { folded: plain, heads, changed });
  }
  if (findings.length + reported.length > 0) {
    await refoldSeries(trx, { findings, reported, heads, changed });
  }
  return changed;
}

function isOfSeries(folded: Folded): folded is SeriesFinding {
  const { record } = folded;
  return record.kind === 'finding' && record.series !== undefined;
}

/** Every series that a record ever was a report of: it may have moved between them. */
function seriesReported({ events }: Folded): Series[] {
  return events.flatMap(event =>
    event.kind === 'report' && event.series
      ? [{ subject: event.subject, series: event.series }]
      : [],
  );
}

/** Reports stand by now: what they name no more is fixed. */
async function refoldSeries(
  trx: Knex,
  given: {
    findings: readonly SeriesFinding[];
    reported: readonly Series[];
    heads: ReadonlyMap<string, string>;
    changed: Set<string>;
  },
): Promise<void> {
  const { findings, reported, changed } = given;
  const seriesOf = await readSeries(trx, [
    ...findings.map(({ record }) => record),
    ...reported,
  ]);
  const known = new Set(findings.map(({ record }) => record.id));
  const others = reported
    .flatMap(series => seriesOf(series).findings)
    .filter(({ id }) => !known.has(id))
    .map(({ id, subject }) => ({ record: id, subject }));
  const otherHeads = await lockHeads(trx, others);
  const all = [...findings];
  for (const ids of chunked([...otherHeads.keys()].sort())) {
    all.push(...(await foldFromEvents(trx, ids)).filter(isOfSeries));
  }
  const folded = all.map(({ record, events, revision }) => ({
    record: closeUnnamed(record, events, seriesOf(record).reportsAt),
    events,
    revision,
  }));
  const heads = new Map([...given.heads, ...otherHeads]);
  for (const part of chunked(folded)) {
    await writeFolded(trx, { folded: part, heads, changed });
  }
}

async function writeFolded(
  trx: Knex,
  given: {
    folded: readonly Folded[];
    heads: ReadonlyMap<string, string>;
    changed: Set<string>;
  },
): Promise<void> {
  const { folded, heads, changed } = given;
  await writeRows(trx, folded);
  const moved = folded.filter(
    ({ record }) => heads.get(record.id) !== record.subject,
  );
  const left = moved.flatMap(({ record }) => heads.get(record.id) ?? []);
  if (moved.length > 0) await deleteMoved(trx, moved, left);
  folded.forEach(({ record }) => changed.add(record.subject));
  left.forEach(subject => changed.add(subject));
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
    const ofRecord = events.get(id) ?? [];
    const record = foldRecord(ofRecord);
    const revision = revisions.get(id) ?? 0;
    return record ? [{ record, events: ofRecord, revision }] : [];
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
