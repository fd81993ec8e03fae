import { Campaign } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { groupBy } from 'lodash';
import { CampaignMoveRow, CampaignRow } from '../../database/tables';
import { toCampaign } from './toCampaign';

const places = { active: 0, draft: 1, ended: 2 } as const;

/** All campaigns, active first, then drafts, then those that ended, of each the nearest target first; or those of one state. In two statements. */
export async function readCampaigns(
  knex: Knex,
  options: { state?: Campaign['state'] } = {},
): Promise<Campaign[]> {
  const { state } = options;
  const rows = await knex<CampaignRow>('campaigns').modify(query => {
    if (state) query.where({ state });
  });
  const campaigns = await withMoves(knex, rows);
  return campaigns.sort(
    (a, b) =>
      places[a.state] - places[b.state] ||
      a.targetAt - b.targetAt ||
      (a.id < b.id ? -1 : 1),
  );
}

/** A campaign, or undefined where there is none of that id; `lock` holds it to the end of the transaction. */
export async function readCampaign(
  knex: Knex,
  options: { id: string; lock?: boolean },
): Promise<Campaign | undefined> {
  const query = knex<CampaignRow>('campaigns').where({ id: options.id });
  const onPostgres = knex.client.config.client === 'pg';
  // SQLite has one writer anyway.
  const rows = await (options.lock && onPostgres ? query.forUpdate() : query);
  const [campaign] = await withMoves(knex, rows);
  return campaign;
}

async function withMoves(
  knex: Knex,
  rows: readonly CampaignRow[],
): Promise<Campaign[]> {
  const moves = await knex<CampaignMoveRow>('campaign_moves')
    .whereIn(
      'campaign_id',
      rows.map(({ id }) => id),
    )
    .orderBy('moved_at');
  const byCampaign = groupBy(moves, move => move.campaign_id);
  return rows.map(row => toCampaign(row, byCampaign[row.id] ?? []));
}
