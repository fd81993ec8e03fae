import { Knex } from 'knex';
import { readInstant, writeInstant } from '../database/instants';
import { insertRows } from '../database/insertRows';
import { ReportedFactRow } from '../database/tables';
import { whereAny } from '../database/whereAny';

/** A value as it is to be kept. */
export interface Told {
  entityRef: string;
  fact: string;
  /** JSON. */
  value: string;
  /** Epoch milliseconds. */
  observedAt: number;
  /** A value that is older counts as unknown. */
  maxAgeMs: number;
}

type Row = Record<'entity_ref' | 'fact' | 'value', string> & {
  since: Date;
  replaced_at: Date | null;
  observed_at: Date;
};

const DAY_MS = 86_400_000;

/**
 * Keeps what was told, in two statements, and gives the services of which
 * something else is known now: a value is another one, or stood too long to be
 * known. What is older than what is kept is ignored. Of one UTC day the last
 * value is kept alone, as daily snapshots do. All of one fact of a service
 * at most once.
 */
export async function writeReported(
  trx: Knex,
  told: readonly Told[],
  now: number,
): Promise<string[]> {
  const current = await readCurrent(trx, told);
  const rows: Row[] = [];
  const changed = new Set<string>();
  for (const one of told) {
    const before = current.get(keyOf(one.entityRef, one.fact));
    if (!before) {
      rows.push(toRow(one, one.observedAt));
      changed.add(one.entityRef);
      continue;
    }
    const observedAt = readInstant(before.observed_at);
    if (one.observedAt < observedAt) continue;
    const isSame = before.value === one.value;
    if (!isSame || now >= observedAt + one.maxAgeMs) {
      changed.add(one.entityRef);
    }
    if (isSame && one.observedAt === observedAt) continue;
    const since = readInstant(before.since);
    const isSameDay =
      Math.floor(since / DAY_MS) === Math.floor(one.observedAt / DAY_MS);
    if (isSame || isSameDay) rows.push(toRow(one, since));
    else {
      rows.push(
        {
          ...toRow({ ...one, value: before.value, observedAt }, since),
          replaced_at: writeInstant(one.observedAt),
        },
        toRow(one, one.observedAt),
      );
    }
  }
  await insertRows(
    trx,
    { table: 'reported_facts', key: ['entity_ref', 'fact', 'since'] },
    rows.sort((a, b) =>
      keyOf(a.entity_ref, a.fact) < keyOf(b.entity_ref, b.fact) ? -1 : 1,
    ),
  );
  return [...changed].sort();
}

async function readCurrent(
  trx: Knex,
  told: readonly Told[],
): Promise<Map<string, ReportedFactRow>> {
  const refs = [...new Set(told.map(({ entityRef }) => entityRef))];
  if (refs.length === 0) return new Map();
  const rows: ReportedFactRow[] = await whereAny(
    trx<ReportedFactRow>('reported_facts').whereNull('replaced_at'),
    'entity_ref',
    refs,
  );
  return new Map(rows.map(row => [keyOf(row.entity_ref, row.fact), row]));
}

function toRow(
  { entityRef, fact, value, observedAt }: Omit<Told, 'maxAgeMs'>,
  since: number,
): Row {
  return {
    entity_ref: entityRef,
    fact,
    since: writeInstant(since),
    replaced_at: null,
    observed_at: writeInstant(observedAt),
    value,
  };
}

function keyOf(entityRef: string, fact: string): string {
  return JSON.stringify([entityRef, fact]);
}
