import { Knex } from 'knex';
import { KeyOf } from '../database/createKeyOf';
import { insertRows } from '../database/insertRows';
import { ContributorRow } from '../database/tables';
import { whereAny } from '../database/whereAny';
import { CatalogPerson } from './readCatalogPerson';

/**
 * Writes which keys are of one person, and gives the people whose keys are
 * others now. A key that two people claim is the first one's. What a person
 * went by earlier stays theirs, as long as they are among those `kept`.
 */
export async function writeContributors(
  trx: Knex,
  given: {
    /** In the order of their refs. */
    people: readonly (CatalogPerson & { key: string })[];
    keyOf: KeyOf;
    kept: ReadonlySet<string>;
  },
): Promise<string[]> {
  const { people, keyOf, kept } = given;
  const before = new Map(
    (await trx<ContributorRow>('contributors').select()).map(row => [
      row.contributor_key,
      row.person_key,
    ]),
  );
  const after = new Map<string, string>();
  for (const { key, handles } of people) {
    for (const contributor of handles.map(keyOf)) {
      if (!after.has(contributor)) after.set(contributor, key);
    }
  }
  const present = new Set(people.map(({ key }) => key));
  const gone = [...before].filter(
    ([contributor, person]) =>
      !after.has(contributor) && !present.has(person) && !kept.has(person),
  );
  const changed = [...after].filter(
    ([contributor, person]) => before.get(contributor) !== person,
  );
  if (gone.length > 0) {
    await whereAny(
      trx('contributors'),
      'contributor_key',
      gone.map(([contributor]) => contributor),
    ).delete();
  }
  await insertRows(
    trx,
    { table: 'contributors', key: ['contributor_key'] },
    changed.map(([contributor, person]) => {
      return { contributor_key: contributor, person_key: person };
    }),
  );
  return changed.flatMap(([contributor, person]) => {
    const former = before.get(contributor);
    return former === undefined ? [person] : [person, former];
  });
}
