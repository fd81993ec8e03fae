import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { CampaignRow } from '../../database/tables';
import { timeOrderedId } from '../../database/timeOrderedId';
import { CampaignOutcome, CampaignPlan } from './CampaignPlan';
import { PlanSurroundings, findCampaignFault } from './findCampaignFault';
import { toCampaign } from './toCampaign';
import { toColumns } from './toColumns';

/** Keeps a campaign as a draft. */
export async function createCampaign(
  knex: Knex,
  given: {
    plan: CampaignPlan;
    known: PlanSurroundings['known'];
    /** Ref of who writes it. */
    by: string;
    at: number;
  },
): Promise<CampaignOutcome> {
  const { plan, known, by, at } = given;
  const fault = findCampaignFault(plan, { known, now: at });
  if (fault) return { fault };
  const row = {
    ...toColumns(plan),
    id: timeOrderedId(at),
    state: 'draft',
    created_at: writeInstant(at),
    created_by: by,
    started_at: null,
    started_by: null,
    ended_at: null,
    ended_by: null,
  };
  await knex<CampaignRow>('campaigns').insert(row);
  return { campaign: toCampaign(row, []) };
}
