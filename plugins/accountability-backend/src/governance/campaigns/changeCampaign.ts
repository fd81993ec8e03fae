import { Campaign } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { isEqual } from 'lodash';
import { writeInstant } from '../../database/instants';
import { CampaignMoveRow, CampaignRow } from '../../database/tables';
import { CampaignOutcome, CampaignPlan } from './CampaignPlan';
import { PlanSurroundings, findCampaignFault } from './findCampaignFault';
import { readCampaign } from './readCampaigns';
import { toColumns } from './toColumns';

const LEAST_REASON = 10;
const MOST_REASON = 2000;

interface Change {
  id: string;
  plan: CampaignPlan;
  /** Why the target is put off. */
  reason?: string;
  known: PlanSurroundings['known'];
  /** Ref of who changes it. */
  by: string;
  at: number;
}

/**
 * Writes a campaign anew: a draft in full; of an active one the words, the
 * reminders, milestones that are yet to come, and a later target with a reason
 * that is kept. One that ended stays as it is. Undefined where there is none
 * of that id. Call it in a transaction.
 */
export async function changeCampaign(
  trx: Knex,
  change: Change,
): Promise<CampaignOutcome | undefined> {
  const { id, plan, known, at } = change;
  const kept = await readCampaign(trx, { id, lock: true });
  if (!kept) return undefined;
  const conflict = conflictOf(kept, change);
  if (conflict) return { conflict };
  const fault =
    findCampaignFault(plan, {
      // Policy may have lost a check of an active one meanwhile.
      known: isActive(kept) ? [...known, ...kept.checks] : known,
      now: at,
      ...(isActive(kept) && {
        kept: {
          targetAt: kept.targetAt,
          passed: passedOf(kept, at).length,
        },
      }),
    }) ?? faultOfMove(kept, change);
  if (fault) return { fault };
  await trx<CampaignRow>('campaigns').where({ id }).update(toColumns(plan));
  if (isActive(kept)) await keepMove(trx, kept, change);
  const campaign = await readCampaign(trx, { id });
  return campaign && { campaign };
}

function isActive({ state }: Campaign): boolean {
  return state === 'active';
}

/** Milestones that are over. */
function passedOf({ milestones }: Campaign, at: number) {
  return milestones.filter(milestone => milestone.at <= at);
}

function conflictOf(kept: Campaign, change: Change): string | undefined {
  if (kept.state === 'draft') return undefined;
  if (kept.state === 'ended') {
    return `The campaign "${kept.title}" has ended and stays as it is; write a new one`;
  }
  const { plan, at } = change;
  const fixed = (['checks', 'scope', 'owner'] as const).find(
    part => !isEqual(plan[part], kept[part]),
  );
  if (fixed) {
    return `The campaign "${kept.title}" is active, so that its ${fixed} must stay; end it and write a new one`;
  }
  if (plan.targetAt < kept.targetAt) {
    return `The campaign "${kept.title}" is active, so that its target may only be put off, not brought forward`;
  }
  const passed = passedOf(kept, at);
  if (!isEqual(plan.milestones.slice(0, passed.length), passed)) {
    return `Milestones of "${kept.title}" that are over must stay as they are; change those that are yet to come`;
  }
  return undefined;
}

function faultOfMove(kept: Campaign, change: Change): string | undefined {
  if (!isActive(kept) || change.plan.targetAt === kept.targetAt)
    return undefined;
  const { length } = change.reason?.trim() ?? '';
  return length < LEAST_REASON || length > MOST_REASON
    ? `A target that is put off needs a reason of ${LEAST_REASON} to ${MOST_REASON} characters: say what came between`
    : undefined;
}

async function keepMove(
  trx: Knex,
  kept: Campaign,
  { plan, reason = '', by, at }: Change,
): Promise<void> {
  if (plan.targetAt === kept.targetAt) return;
  const last = kept.moves?.at(-1)?.at ?? 0;
  await trx<CampaignMoveRow>('campaign_moves').insert({
    campaign_id: kept.id,
    // Two in one millisecond keep their order.
    moved_at: writeInstant(Math.max(at, last + 1)),
    from_at: writeInstant(kept.targetAt),
    to_at: writeInstant(plan.targetAt),
    reason: reason.trim(),
    moved_by: by,
  });
}
