import {
  CampaignResponse,
  CampaignStateRequest,
  campaignManagePermission,
} from 'backstage-plugin-accountability-common';
import { turnCampaign } from '../../governance';
import { ApiContext } from '../ApiContext';
import { audited } from '../audited';
import { authorize } from '../authorize';
import { callerRef } from '../callerRef';
import { campaignOf } from './campaignOf';
import { checksOf } from './policyChecks';
import { showCampaign } from './showCampaign';

/** `POST /campaigns/:id/state`: starts a draft, or ends an active campaign. */
export async function postCampaignState(
  context: ApiContext,
  req: { params: { id: string }; body: CampaignStateRequest },
): Promise<CampaignResponse> {
  const { id } = req.params;
  const { state } = req.body;
  const meta = { campaign: id, state };
  return audited(context, { eventId: 'campaign-turn', req, meta }, async () => {
    const credentials = await authorize(context, req, campaignManagePermission);
    const known = checksOf(await context.policy.current());
    const outcome = await context.database.transaction(trx =>
      turnCampaign(trx, {
        id,
        state,
        known,
        by: callerRef(credentials),
        at: context.now(),
      }),
    );
    return showCampaign(context, campaignOf(outcome, id), credentials);
  });
}
