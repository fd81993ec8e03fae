import {
  ChangeRecord,
  FindingRecord,
  RecordEvent,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readChangeRows } from './authorship/readChangeRows';
import { writeAuthorship } from './authorship/writeAuthorship';
import { writeBillReports } from './bills/writeBillReports';
import { chunked } from './chunked';
import { closeUnnamed } from './fold/closeUnnamed';
import { Folded, foldFromEvents } from './foldFromEvents';
import { Heads, lockHeads } from './lockHeads';
import { readSeries, Series } from './readSeries';
import { writeTopics } from './siblings/writeTopics';
import { writeFolded } from './writeFolded';

/** Changes as they were, and as they are now. */
interface Changes {
  before: ChangeRecord[];
  after: ChangeRecord[];
}

/** A finding that is fixed once a report of its series does not name it. */
interface SeriesFinding extends Folded {
  record: FindingRecord;
}

/**
 * Folds records anew from all their events and writes their rows, moving
 * those whose subject changed. The heads must be locked; they say where each
 * record lives. A report makes the findings of its series fold anew too;
 * `gone` are events that are no more. Gives every subject whose
 * rows changed, old and new, and those whose changes gained or lost a sibling.
 */
export async function refoldRecords(
  trx: Knex,
  { subjects: heads, created, settled }: Heads,
  given: {
    recordIds: Iterable<string>;
    /** What this transaction says: all there is of records created by it. */
    events: readonly RecordEvent[];
    gone?: readonly RecordEvent[];
  },
): Promise<Set<string>> {
  const { gone = [] } = given;
  const changed = new Set<string>();
  const changes: Changes = { before: [], after: [] };
  const findings: SeriesFinding[] = [];
  const reported = seriesReported(gone);
  const recordIds = [...new Set(given.recordIds)].sort();
  const known = eventsOf(created, given.events);
  for (const ids of chunked(recordIds)) {
    const { folded, empty } = await foldFromEvents(trx, ids, known);
    const told = [gone, ...folded.map(({ events }) => events)].flat();
    const ofChanges = new Set(changesOf(told));
    changes.before.push(
      ...(await readChangeRows(trx, {
        ids: ids.filter(id => ofChanges.has(id) && !created.has(id)),
        heads,
      })),
    );
    changes.after.push(
      ...folded.flatMap(({ record }) =>
        record.kind === 'change' ? [record] : [],
      ),
    );
    const plain = folded.filter(one => !isOfSeries(one));
    findings.push(...folded.filter(isOfSeries));
    reported.push(...folded.flatMap(({ events }) => seriesReported(events)));
    await writeFolded(trx, { folded: plain, heads, changed });
    await dropEmpty(trx, { empty, heads, changed });
    await writeBillReports(trx, { ids, told, folded: plain });
  }
  if (findings.length + reported.length > 0) {
    await refoldSeries(trx, { findings, reported, heads, changed });
  }
  await writeAuthorship(trx, { ...changes, settled });
  const related = await writeTopics(trx, changes);
  related.forEach(subject => changed.add(subject));
  return changed;
}

/** Records that any of the events says to be a change. */
function changesOf(events: readonly RecordEvent[]): string[] {
  return events.flatMap(({ kind, record }) =>
    kind === 'change' ? [record] : [],
  );
}

/** Events of the records created, without repetitions. */
function eventsOf(
  created: ReadonlySet<string>,
  events: readonly RecordEvent[],
): Map<string, RecordEvent[]> {
  const known = new Map<string, RecordEvent[]>();
  for (const event of events) {
    if (!created.has(event.record)) continue;
    const ofRecord = known.get(event.record);
    if (ofRecord) ofRecord.push(event);
    else known.set(event.record, [event]);
  }
  return known;
}

function isOfSeries(folded: Folded): folded is SeriesFinding {
  const { record } = folded;
  return record.kind === 'finding' && record.series !== undefined;
}

/** Every series that a record ever was a report of: it may have moved between them. */
function seriesReported(events: readonly RecordEvent[]): Series[] {
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
  const seriesOf = await readSeries(
    trx,
    [...findings.map(({ record }) => record), ...reported],
    new Set(findings.map(({ record }) => record.id)),
  );
  const unnamed = reported
    .flatMap(series => seriesOf(series).findings)
    .map(({ id, subject }) => ({ record: id, subject }));
  const others = await lockHeads(trx, unnamed);
  const all = [...findings];
  for (const ids of chunked([...others.subjects.keys()].sort())) {
    const { folded } = await foldFromEvents(trx, ids);
    all.push(...folded.filter(isOfSeries));
  }
  const folded = all.map(({ record, events }) => ({
    record: closeUnnamed(record, events, seriesOf(record).reportsAt),
    events,
  }));
  const heads = new Map([...given.heads, ...others.subjects]);
  for (const part of chunked(folded)) {
    await writeFolded(trx, { folded: part, heads, changed });
  }
}

/** A record without events is none. */
async function dropEmpty(
  trx: Knex,
  given: {
    empty: readonly string[];
    heads: ReadonlyMap<string, string>;
    changed: Set<string>;
  },
): Promise<void> {
  const { empty } = given;
  if (empty.length === 0) return;
  const subjects = empty.flatMap(id => given.heads.get(id) ?? []);
  await trx('records')
    .whereIn('subject', [...new Set(subjects)])
    .whereIn('record_id', empty)
    .delete();
  await trx('record_heads').whereIn('record_id', empty).delete();
  subjects.forEach(subject => given.changed.add(subject));
}
