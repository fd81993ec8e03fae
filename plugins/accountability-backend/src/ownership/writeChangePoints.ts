import { Knex } from 'knex';
import {
  readInstant,
  readOptionalInstant,
  writeInstant,
} from '../database/instants';
import { OwnerSpanRow } from '../database/tables';
import { whereAny } from '../database/whereAny';
import { insertRows } from '../database/insertRows';
import { ChangePoint, StoredPoint, rebuildSpans } from './rebuildSpans';

/**
 * Adds change points and rebuilds the spans of the services they touch, in
 * three statements. Gives the refs of the services whose spans are different
 * now. Call it in a transaction.
 */
export async function writeChangePoints(
  trx: Knex,
  points: readonly ChangePoint[],
): Promise<string[]> {
  if (points.length === 0) return [];
  await lockOwnership(trx);
  const refs = [...new Set(points.map(point => point.entityRef))].sort();
  const stored = groupByRef(await readPoints(trx, refs));
  const added = groupByRef(points);
  const changed: StoredPoint[] = [];
  for (const ref of refs) {
    const before = stored.get(ref) ?? [];
    const after = rebuildSpans([...before, ...(added.get(ref) ?? [])]);
    const known = new Set(before.map(print));
    changed.push(...after.filter(point => !known.has(print(point))));
  }
  await insertRows(
    trx,
    { table: 'owner_spans', key: ['entity_ref', 'valid_from'] },
    changed.map(toRow),
  );
  return [...new Set(changed.map(point => point.entityRef))];
}

/**
 * Lets one transaction at a time change ownership: spans are rebuilt from all
 * points of a service, so two writers must see each other's. SQLite has one
 * writer anyway.
 */
export async function lockOwnership(trx: Knex): Promise<void> {
  if (trx.client.config.client !== 'pg') return;
  await trx.raw(
    `select pg_advisory_xact_lock(hashtext('accountability.ownership'))`,
  );
}

async function readPoints(trx: Knex, refs: string[]): Promise<StoredPoint[]> {
  const rows = await whereAny(
    trx<OwnerSpanRow>('owner_spans').select(),
    'entity_ref',
    refs,
  );
  return rows.map((row: OwnerSpanRow) => ({
    entityRef: row.entity_ref,
    at: readInstant(row.valid_from),
    to: readOptionalInstant(row.valid_to) ?? null,
    owner: row.owner_ref,
    origin: row.origin === 'import' ? 'import' : 'catalog',
  }));
}

function toRow(point: StoredPoint) {
  return {
    entity_ref: point.entityRef,
    valid_from: writeInstant(point.at),
    valid_to: point.to === null ? null : writeInstant(point.to),
    owner_ref: point.owner,
    origin: point.origin,
  };
}

function print(point: StoredPoint): string {
  return JSON.stringify([point.at, point.to, point.owner, point.origin]);
}

function groupByRef<T extends ChangePoint>(points: readonly T[]) {
  const groups = new Map<string, T[]>();
  for (const point of points) {
    const group = groups.get(point.entityRef);
    if (group) group.push(point);
    else groups.set(point.entityRef, [point]);
  }
  return groups;
}
