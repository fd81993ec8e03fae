import { Campaign } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';

/**
 * The checks of campaigns as a table (`p`: campaign_id, scorecard, check_id),
 * with one bind however many there are.
 */
export function checkPairs(
  knex: Knex,
  campaigns: readonly Pick<Campaign, 'id' | 'checks'>[],
): Knex.Raw {
  const rows = campaigns.flatMap(({ id, checks }) =>
    checks.map(({ scorecard, check }) => ({
      campaign_id: id,
      scorecard,
      check_id: check,
    })),
  );
  const bind = [JSON.stringify(rows)];
  return knex.client.config.client === 'pg'
    ? knex.raw(
        `json_to_recordset(?::json)
          as p(campaign_id text, scorecard text, check_id text)`,
        bind,
      )
    : knex.raw(
        `(select json_extract(value, '$.campaign_id') as campaign_id,
          json_extract(value, '$.scorecard') as scorecard,
          json_extract(value, '$.check_id') as check_id
          from json_each(?)) as p`,
        bind,
      );
}
