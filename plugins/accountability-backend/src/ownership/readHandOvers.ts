import { Knex } from 'knex';
import { HandOver } from 'backstage-plugin-accountability-common';
import { readInstant, writeInstant } from '../database/instants';
import { DbInstant } from '../database/tables';
import { whereAny } from '../database/whereAny';

interface Row {
  entity_ref: string;
  title: string;
  at: DbInstant;
  owner: string | null;
  previous: string | null;
}

/**
 * Services that came to any of the groups from outside of them, or left them
 * for outside, since an instant: newest first, at most `limit` (50), in two
 * statements. First sight is no hand-over: nobody knows who had it before.
 */
export async function readHandOvers(
  knex: Knex,
  options: {
    groupRefs: readonly string[];
    from: number;
    /** Only these services, where given. */
    visible?: readonly string[];
    limit?: number;
  },
): Promise<HandOver[]> {
  const { groupRefs, visible, limit = 50 } = options;
  const read = async (side: 'cur' | 'prev'): Promise<Row[]> => {
    const query = whereAny(
      selectChanges(knex, options.from),
      `${side}.owner_ref`,
      groupRefs,
    )
      .orderBy([
        { column: 'cur.valid_from', order: 'desc' },
        { column: 'cur.entity_ref' },
      ])
      .limit(limit);
    const other = `${side === 'cur' ? 'prev' : 'cur'}.owner_ref`;
    query.where(outside => {
      outside.whereNull(other);
      outside.orWhereNot(inside => whereAny(inside, other, groupRefs));
    });
    return visible ? whereAny(query, 'cur.entity_ref', visible) : query;
  };
  const taken = await read('cur');
  const handed = await read('prev');
  return [
    ...taken.map(row => toHandOver(row, 'taken-over', row.previous)),
    ...handed.map(row => toHandOver(row, 'handed-over', row.owner)),
  ]
    .sort((a, b) => b.at - a.at || (a.entityRef < b.entityRef ? -1 : 1))
    .slice(0, limit);
}

function selectChanges(knex: Knex, from: number) {
  return knex('owner_spans as cur')
    .join('owner_spans as prev', function before() {
      this.on('prev.entity_ref', 'cur.entity_ref').andOn(
        'prev.valid_to',
        'cur.valid_from',
      );
    })
    .join('services as s', 's.entity_ref', 'cur.entity_ref')
    .whereNull('s.removed_at')
    .where('cur.valid_from', '>=', writeInstant(from))
    .select('cur.entity_ref', 's.title', {
      at: 'cur.valid_from',
      owner: 'cur.owner_ref',
      previous: 'prev.owner_ref',
    });
}

function toHandOver(
  row: Row,
  direction: HandOver['direction'],
  otherOwner: string | null,
): HandOver {
  return {
    entityRef: row.entity_ref,
    title: row.title,
    at: readInstant(row.at),
    direction,
    otherOwner: otherOwner ?? undefined,
  };
}
