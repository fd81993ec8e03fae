import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { insertRows } from '../database/insertRows';
import { canonicalJson } from './canonicalJson';
import { Folded } from './foldFromEvents';
import { namesContributors } from './withoutContributors';

/** Writes the rows of folded records, and takes away those of a subject they left. `changed` gets every subject whose rows changed. */
export async function writeFolded(
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
  if (moved.length > 0) {
    await moveHeads(trx, moved);
    await deleteMoved(trx, moved, left);
  }
  folded.forEach(({ record }) => changed.add(record.subject));
  left.forEach(subject => changed.add(subject));
}

async function writeRows(trx: Knex, folded: readonly Folded[]): Promise<void> {
  await insertRows(
    trx,
    {
      table: 'records',
      key: ['subject', 'record_id'],
    },
    folded.map(({ record, events }) => ({
      subject: record.subject,
      record_id: record.id,
      kind: record.kind,
      started_at: writeInstant(record.startedAt),
      ended_at:
        record.endedAt === undefined ? null : writeInstant(record.endedAt),
      environment:
        record.kind === 'deployment' ? record.environment ?? null : null,
      record: canonicalJson(record),
      named_until:
        record.endedAt !== undefined && namesContributors(events)
          ? writeInstant(record.endedAt)
          : null,
      format: record.kind === 'report' ? record.format : null,
      merged_sha:
        record.kind === 'change' && record.state === 'merged'
          ? record.sha ?? null
          : null,
    })),
  );
}

async function moveHeads(trx: Knex, moved: readonly Folded[]): Promise<void> {
  await insertRows(
    trx,
    {
      table: 'record_heads',
      key: ['record_id'],
    },
    moved.map(({ record }) => ({
      record_id: record.id,
      subject: record.subject,
      revision: 0,
    })),
  );
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
