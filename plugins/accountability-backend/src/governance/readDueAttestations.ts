import {
  DueAttestation,
  OwnerSpan,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { sortBy } from 'lodash';
import { ServiceRow } from '../database/tables';
import { whereAny } from '../database/whereAny';
import { AttestationSettings } from './AttestationSettings';
import { dueAttestation } from './dueAttestation';
import { readAttestationEntries } from './readAttestations';
import { namesCadence, readCadence } from './readCadence';

/** Reads owner spans by service, of the room that keeps them. */
export type ReadOwnerSpans = (
  knex: Knex,
  options: { entityRefs: readonly string[] },
) => Promise<ReadonlyMap<string, OwnerSpan[]>>;

interface Options {
  /** Services of this group and the groups below it, or a page of all. */
  of:
    | { groupRef: string; visible?: readonly string[] }
    | { after?: string; limit: number };
  settings: AttestationSettings;
  readOwnerSpans: ReadOwnerSpans;
  now: number;
}

type Row = Pick<ServiceRow, 'entity_ref' | 'title'> & {
  owner_ref: string;
  /** Null where it names no cadence of its own. */
  entity: string | null;
};

/**
 * Services whose group is to attest them, the longest due first, in three
 * statements. `nextAfter` is where the next page of services begins.
 */
export async function readDueAttestations(
  knex: Knex,
  options: Options,
): Promise<{ due: DueAttestation[]; nextAfter?: string }> {
  const { of, settings, now } = options;
  const rows = await selectServices(knex, of);
  const entityRefs = rows.map(row => row.entity_ref);
  const spans = await options.readOwnerSpans(knex, { entityRefs });
  const entries = await readAttestationEntries(knex, { entityRefs });
  const due = rows.flatMap(row =>
    toDue(row, {
      spans: spans.get(row.entity_ref) ?? [],
      attestations: entries.get(row.entity_ref) ?? [],
      settings,
      now,
    }),
  );
  const isFull = 'limit' in of && rows.length === of.limit;
  return {
    due: sortBy(due, one => one.due.at, 'entityRef'),
    ...(isFull && { nextAfter: entityRefs.at(-1) }),
  };
}

async function selectServices(knex: Knex, of: Options['of']): Promise<Row[]> {
  const query = knex('services as s')
    .whereNull('s.removed_at')
    .where('s.owner_ref', 'like', 'group:%')
    .where('s.owner_resolves', true)
    .orderBy('s.entity_ref')
    .select('s.entity_ref', 's.title', 's.owner_ref')
    .select(
      knex.raw(`case when ${namesCadence.sql} then ?? end as entity`, [
        's.entity',
        namesCadence.bind,
        's.entity',
      ]),
    );
  if ('limit' in of) {
    query.limit(of.limit);
    return of.after === undefined
      ? query
      : query.where('s.entity_ref', '>', of.after);
  }
  query
    .join('group_closure as c', 'c.descendant_ref', 's.owner_ref')
    .where('c.ancestor_ref', of.groupRef);
  return of.visible ? whereAny(query, 's.entity_ref', of.visible) : query;
}

function toDue(
  row: Row,
  known: Pick<Options, 'settings' | 'now'> & {
    spans: readonly OwnerSpan[];
    attestations: Parameters<typeof dueAttestation<Last>>[1];
  },
): DueAttestation[] {
  const cadence = readCadence(
    row.entity === null ? undefined : JSON.parse(row.entity),
    known.settings,
  );
  const { due, last } = dueAttestation(
    { owner: row.owner_ref, ownerResolves: true, spans: known.spans, cadence },
    known.attestations,
    known.now,
  );
  const { state, at } = due;
  if (at === undefined || (state !== 'due' && state !== 'overdue')) return [];
  return [
    {
      entityRef: row.entity_ref,
      title: row.title,
      owner: row.owner_ref,
      everyDays: cadence.everyDays,
      due: { ...due, state, at },
      ...(last && { last }),
    },
  ];
}

type Last = NonNullable<DueAttestation['last']>;
