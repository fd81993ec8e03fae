import {
  AttestationEntry,
  OwnerSpan,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { ServiceRow } from '../database/tables';
import { whereAny } from '../database/whereAny';
import { AttestationSettings } from './AttestationSettings';
import { dueAttestation, Standing } from './dueAttestation';
import { readAttestationEntries } from './readAttestations';
import { namesCadence, readCadence } from './readCadence';

/** Reads owner spans by service, of the room that keeps them. */
export type ReadOwnerSpans = (
  knex: Knex,
  options: { entityRefs: readonly string[] },
) => Promise<ReadonlyMap<string, OwnerSpan[]>>;

/** Which services are asked about, and what says when they are to be attested. */
export interface StandingsAsked {
  /** Services of this group and the groups below it, or a page of all. */
  of:
    | { groupRef: string; visible?: readonly string[] }
    | { after?: string; limit: number };
  settings: AttestationSettings;
  readOwnerSpans: ReadOwnerSpans;
  /** Epoch milliseconds. */
  now: number;
}

/** When a group is to attest a service of its own. */
export interface OwnedStanding extends Standing<AttestationEntry> {
  entityRef: string;
  title: string;
  /** Entity ref of the group. */
  owner: string;
  everyDays: number;
}

type Row = Pick<ServiceRow, 'entity_ref' | 'title'> & {
  owner_ref: string;
  /** Null where it names no cadence of its own. */
  entity: string | null;
};

/** When groups are to attest their services, in the order of refs and in three statements. `nextAfter` is where the next page of services begins. */
export async function readStandings(
  knex: Knex,
  asked: StandingsAsked,
): Promise<{ standings: OwnedStanding[]; nextAfter?: string }> {
  const { of, settings, now } = asked;
  const rows = await selectServices(knex, of);
  const entityRefs = rows.map(row => row.entity_ref);
  const spans = await asked.readOwnerSpans(knex, { entityRefs });
  const entries = await readAttestationEntries(knex, { entityRefs });
  const isFull = 'limit' in of && rows.length === of.limit;
  return {
    standings: rows.map(({ entity, ...row }) => {
      const { entity_ref: entityRef, title, owner_ref: owner } = row;
      const cadence = readCadence(
        entity === null ? undefined : JSON.parse(entity),
        settings,
      );
      return {
        ...{ entityRef, title, owner, everyDays: cadence.everyDays },
        ...dueAttestation(
          {
            ...{ owner, ownerResolves: true, cadence },
            spans: spans.get(entityRef) ?? [],
          },
          entries.get(entityRef) ?? [],
          now,
        ),
      };
    }),
    ...(isFull && { nextAfter: entityRefs.at(-1) }),
  };
}

async function selectServices(
  knex: Knex,
  of: StandingsAsked['of'],
): Promise<Row[]> {
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
