import { Knex } from 'knex';
import { KeyOf } from '../database/createKeyOf';
import {
  readInstant,
  readOptionalInstant,
  writeInstant,
} from '../database/instants';
import { insertRows } from '../database/insertRows';
import { MembershipRow } from '../database/tables';
import { whereAny } from '../database/whereAny';
import { CatalogPerson } from './readCatalogPerson';
import { writeContributors } from './writeContributors';

const dayMs = 86_400_000;
/** Catalogs fill slowly: who is found within a day of the first is taken to have been there before. */
const fillsMs = dayMs;
/** What was is told of for so long. */
const keptMs = 600 * dayMs;

interface Given {
  people: readonly CatalogPerson[];
  keyOf: KeyOf;
  now: number;
}

/** Who is in which group itself. */
interface Membership {
  person: string;
  group: string;
  /** Absent: as far back as anybody knows. */
  from?: number;
  to?: number;
  foundAt: number;
}

/**
 * Writes who the catalog says is in which group, as keys, and from when to when.
 * What the first sync finds has no start: nobody knows since when it is so.
 * Gives the groups of all people of whom something changed; a sync that finds
 * nothing new writes nothing.
 */
export async function writePeople(
  trx: Knex,
  given: Given,
): Promise<Set<string>> {
  const { now, keyOf } = given;
  const people = [...given.people]
    .sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1))
    .map(person => ({ ...person, key: keyOf(`user:${person.entityRef}`) }));
  const all = await readMemberships(trx);
  const isOver = ({ to = now }: Membership) => to < now - keptMs;
  const known = all.filter(one => !isOver(one));
  const found = people.flatMap(({ key: person, groups }) =>
    groups.map((group): Membership => ({ person, group, foundAt: now })),
  );
  const open = known.filter(({ to }) => to === undefined);
  const first = known.reduce((at, one) => Math.min(at, one.foundAt), now);
  const isFilling = now - first <= fillsMs;
  const earlier = new Set(known.map(({ person }) => person));
  const begun = without(found, open).map(one =>
    isFilling && !earlier.has(one.person) ? one : { ...one, from: now },
  );
  const ended = without(open, found).map(one => ({ ...one, to: now }));
  await prune(trx, all.filter(isOver), now);
  await writeMemberships(trx, [...begun, ...ended]);
  const renamed = await writeContributors(trx, {
    people,
    keyOf,
    kept: new Set([...known, ...found].map(({ person }) => person)),
  });
  const turned = [...begun, ...ended].map(({ person }) => person);
  const changed = new Set([...turned, ...renamed]);
  return new Set(
    [...known, ...found]
      .filter(({ person }) => changed.has(person))
      .map(({ group }) => group),
  );
}

function without<T extends Membership>(
  given: readonly T[],
  others: readonly Membership[],
): T[] {
  const keyOf = ({ person, group }: Membership) => `${person} ${group}`;
  const keys = new Set(others.map(keyOf));
  return given.filter(one => !keys.has(keyOf(one)));
}

async function readMemberships(trx: Knex): Promise<Membership[]> {
  const rows = await trx<MembershipRow>('memberships').select();
  return rows.map(row => ({
    person: row.person_key,
    group: row.group_ref,
    from: readOptionalInstant(row.valid_from),
    to: readOptionalInstant(row.valid_to),
    foundAt: readInstant(row.found_at),
  }));
}

async function writeMemberships(
  trx: Knex,
  memberships: readonly Membership[],
): Promise<void> {
  const at = (instant?: number) =>
    instant === undefined ? null : writeInstant(instant);
  await insertRows(
    trx,
    {
      table: 'memberships',
      key: ['person_key', 'group_ref', 'found_at'],
    },
    memberships.map(({ person, group, from, to, foundAt }) => ({
      person_key: person,
      group_ref: group,
      valid_from: at(from),
      valid_to: at(to),
      found_at: writeInstant(foundAt),
    })),
  );
}

async function prune(
  trx: Knex,
  over: readonly Membership[],
  now: number,
): Promise<void> {
  if (over.length === 0) return;
  await whereAny(
    trx('memberships').where('valid_to', '<', writeInstant(now - keptMs)),
    'person_key',
    over.map(({ person }) => person),
  ).delete();
}
