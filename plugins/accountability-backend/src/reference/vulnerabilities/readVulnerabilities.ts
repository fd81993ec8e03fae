import { VulnerabilityLists } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { readInstant } from '../../database/instants';
import { DbInstant } from '../../database/tables';

interface Found {
  identifier: string;
  added_on: string | null;
  epss: number | null;
}

/**
 * What the loaded lists say of the identifiers, in two statements; without
 * identifiers in one. A list that is not loaded is absent.
 */
export async function readVulnerabilities(
  knex: Knex,
  { identifiers }: { identifiers: readonly string[] },
): Promise<VulnerabilityLists> {
  const lists: { name: string; as_of: DbInstant }[] = await knex(
    'reference_lists',
  )
    .whereIn('name', ['kev', 'epss'])
    .whereNotNull('loaded_at')
    .select('name', 'as_of');
  const asOf = new Map(lists.map(row => [row.name, readInstant(row.as_of)]));
  const found = lists.length > 0 ? await find(knex, identifiers) : [];
  const exploitedAsOf = asOf.get('kev');
  const scoresAsOf = asOf.get('epss');
  return {
    ...(exploitedAsOf !== undefined && {
      exploited: {
        asOf: exploitedAsOf,
        since: new Map(
          found.flatMap(({ identifier, added_on: day }) =>
            day === null ? [] : [[identifier, Date.parse(day)] as const],
          ),
        ),
      },
    }),
    ...(scoresAsOf !== undefined && {
      scores: {
        asOf: scoresAsOf,
        epss: new Map(
          found.flatMap(({ identifier, epss }) =>
            epss === null ? [] : [[identifier, epss] as const],
          ),
        ),
      },
    }),
  };
}

async function find(
  knex: Knex,
  identifiers: readonly string[],
): Promise<Found[]> {
  // Nothing else is on either list.
  const names = [
    ...new Set(identifiers.map(name => name.toUpperCase())),
  ].filter(name => name.startsWith('CVE-'));
  if (names.length === 0) return [];
  const onPostgres = knex.client.config.client === 'pg';
  const answer = await knex.raw(
    `with given(identifier) as (${
      onPostgres ? 'select unnest(?::text[])' : 'select value from json_each(?)'
    })
    select g.identifier, e.added_on, s.epss from given g
    left join reference_exploited e on e.identifier = g.identifier
    left join reference_scores s on s.identifier = g.identifier
    where e.identifier is not null or s.identifier is not null`,
    [onPostgres ? names : JSON.stringify(names)],
  );
  return onPostgres ? answer.rows : answer;
}
