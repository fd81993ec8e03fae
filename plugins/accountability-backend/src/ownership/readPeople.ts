import { Knex } from 'knex';
import { readOptionalInstant } from '../database/instants';
import { ContributorRow, DbInstant } from '../database/tables';
import { whereAny } from '../database/whereAny';
import { readGroupSizes } from './readGroupSizes';

/** That somebody was in a group, or in one below it. */
export interface KnownMembership {
  group: string;
  /** Epoch milliseconds, inclusive; absent where it was so when anybody first looked. */
  from?: number;
  /** Exclusive; absent while it lasts. */
  to?: number;
}

/** What the catalog knows of contributors, all of them as keys. */
export interface KnownPeople {
  /** The one key under which a person is known, by each key of theirs. */
  personOf: ReadonlyMap<string, string>;
  /** By person and by each of their keys, groups above their own included. */
  memberships: ReadonlyMap<string, readonly KnownMembership[]>;
  /** How many people are now in each group that has any, those below it included. */
  sizes: ReadonlyMap<string, number>;
}

interface MembershipOfPerson {
  person_key: string;
  group_ref: string;
  valid_from: DbInstant | null;
  valid_to: DbInstant | null;
}

/** Who contributors are and which groups they are in, of some of them or of all, in three statements. */
export async function readPeople(
  knex: Knex,
  options: { contributors?: readonly string[] } = {},
): Promise<KnownPeople> {
  const contributors = knex<ContributorRow>('contributors').select();
  const rows: ContributorRow[] = await (options.contributors
    ? whereAny(contributors, 'contributor_key', options.contributors)
    : contributors);
  const personOf = new Map(
    rows.map(row => [row.contributor_key, row.person_key]),
  );
  const memberships = new Map<string, KnownMembership[]>();
  for (const person of personOf.values()) memberships.set(person, []);
  for (const row of await readMemberships(knex, [...memberships.keys()])) {
    memberships.get(row.person_key)?.push({
      group: row.group_ref,
      from: readOptionalInstant(row.valid_from),
      to: readOptionalInstant(row.valid_to),
    });
  }
  for (const [contributor, person] of personOf) {
    memberships.set(contributor, memberships.get(person) ?? []);
  }
  return { personOf, memberships, sizes: await readGroupSizes(knex) };
}

/** A group that is gone from the catalog has nothing above it. */
async function readMemberships(
  knex: Knex,
  persons: readonly string[],
): Promise<MembershipOfPerson[]> {
  return whereAny(
    knex('memberships as m')
      .leftJoin('group_closure as c', 'c.descendant_ref', 'm.group_ref')
      .select('m.person_key', 'm.valid_from', 'm.valid_to', {
        group_ref: knex.raw('coalesce(c.ancestor_ref, m.group_ref)'),
      })
      .orderBy(['m.person_key', 'm.group_ref', 'm.found_at']),
    'm.person_key',
    persons,
  );
}
