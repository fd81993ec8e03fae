import { Campaign } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { CampaignRow } from '../../database/tables';
import { CampaignOutcome } from './CampaignPlan';
import { PlanSurroundings, findCampaignFault } from './findCampaignFault';
import { readCampaign } from './readCampaigns';

/**
 * Starts a draft, or ends an active campaign; nothing else goes. What a draft
 * says must still hold when it starts. Undefined where there is none of that
 * id. Call it in a transaction.
 */
export async function turnCampaign(
  trx: Knex,
  turn: {
    id: string;
    state: 'active' | 'ended';
    known: PlanSurroundings['known'];
    /** Ref of who turns it. */
    by: string;
    at: number;
  },
): Promise<CampaignOutcome | undefined> {
  const { id, state, by, at } = turn;
  const kept = await readCampaign(trx, { id, lock: true });
  if (!kept) return undefined;
  const conflict = conflictOf(kept, turn);
  if (conflict) return { conflict };
  const when = writeInstant(at);
  await trx<CampaignRow>('campaigns')
    .where({ id })
    .update(
      state === 'active'
        ? { state, started_at: when, started_by: by }
        : { state, ended_at: when, ended_by: by },
    );
  const campaign = await readCampaign(trx, { id });
  return campaign && { campaign };
}

function conflictOf(
  kept: Campaign,
  turn: Parameters<typeof turnCampaign>[1],
): string | undefined {
  const needed = turn.state === 'active' ? 'draft' : 'active';
  if (kept.state !== needed) {
    const is = { draft: 'a draft', active: 'active', ended: 'ended' } as const;
    return turn.state === 'active'
      ? `The campaign "${kept.title}" is ${
          is[kept.state]
        }, and only a draft can be started`
      : `The campaign "${kept.title}" is ${
          is[kept.state]
        }, and only an active one can be ended`;
  }
  if (turn.state === 'ended') return undefined;
  const { scope: _, ...plan } = kept;
  const fault = findCampaignFault(plan, { known: turn.known, now: turn.at });
  return (
    fault && `The draft "${kept.title}" cannot start as it is written. ${fault}`
  );
}
