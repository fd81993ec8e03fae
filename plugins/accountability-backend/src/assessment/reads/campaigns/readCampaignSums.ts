import { Campaign } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { checkPairs } from './checkPairs';
import { readScopes } from './readScopes';

/** How many services of a campaign are done, of how many. */
export interface CampaignSum {
  done: number;
  total: number;
}

type Asked = Pick<Campaign, 'id' | 'checks' | 'scope'>;

/**
 * How far each of several campaigns has come, by id, in three statements at
 * most. Those without a scope are summed by the database.
 */
export async function readCampaignSums(
  knex: Knex,
  campaigns: readonly Asked[],
): Promise<Map<string, CampaignSum>> {
  const sums = new Map<string, CampaignSum>(
    campaigns.map(({ id }) => [id, { done: 0, total: 0 }]),
  );
  const isScoped = ({ scope }: Asked) => scope !== undefined;
  const wide = campaigns.filter(campaign => !isScoped(campaign));
  const scoped = campaigns.filter(isScoped);
  const rows: Row[] = await knex
    .from(servicesOf(knex, wide).as('m'))
    .groupBy('m.campaign_id')
    .select('m.campaign_id')
    .select(knex.raw('sum(m.done) as done, count(*) as total'));
  for (const row of rows) {
    sums.set(row.campaign_id, {
      done: Number(row.done),
      total: Number(row.total),
    });
  }
  if (scoped.length > 0) await addScoped(knex, scoped, sums);
  return sums;
}

interface Row {
  campaign_id: string;
  done: number | string;
  total: number | string;
}

async function addScoped(
  knex: Knex,
  campaigns: readonly Asked[],
  sums: Map<string, CampaignSum>,
): Promise<void> {
  const scopes = await readScopes(knex, campaigns);
  const rows: (Omit<Row, 'total'> & { entity_ref: string })[] =
    await servicesOf(knex, campaigns);
  for (const row of rows) {
    const sum = sums.get(row.campaign_id);
    if (!sum || !scopes.get(row.campaign_id)?.has(row.entity_ref)) continue;
    sum.total += 1;
    sum.done += Number(row.done);
  }
}

/** Services to which a check of a campaign applies, and whether each is done (1) or not (0). */
function servicesOf(
  knex: Knex,
  campaigns: readonly Asked[],
): Knex.QueryBuilder {
  return knex('check_results as r')
    .join(checkPairs(knex, campaigns), join =>
      join.on('p.scorecard', 'r.scorecard').on('p.check_id', 'r.check_id'),
    )
    .join('services as s', 's.entity_ref', 'r.entity_ref')
    .whereNull('s.removed_at')
    .whereNot('r.status', 'not-applicable')
    .groupBy('p.campaign_id', 'r.entity_ref')
    .select('p.campaign_id', 'r.entity_ref')
    .select(
      knex.raw(
        `min(case when r.status in ('pass', 'exempt') then 1 else 0 end) as done`,
      ),
    );
}
