import {
  CampaignRequest,
  CampaignResponse,
  campaignManagePermission,
} from 'backstage-plugin-accountability-common';
import { changeCampaign } from '../../governance';
import { ApiContext } from '../ApiContext';
import { audited } from '../audited';
import { authorize } from '../authorize';
import { callerRef } from '../callerRef';
import { campaignOf } from './campaignOf';
import { checksOf } from './policyChecks';
import { readPlan } from './readPlan';
import { showCampaign } from './showCampaign';

/** `PUT /campaigns/:id`: writes a draft anew, or what may still change of an active one. */
export async function putCampaign(
  context: ApiContext,
  req: { params: { id: string }; body: CampaignRequest },
): Promise<CampaignResponse> {
  const { id } = req.params;
  const meta = { campaign: id };
  return audited(
    context,
    { eventId: 'campaign-change', req, meta },
    async () => {
      const credentials = await authorize(
        context,
        req,
        campaignManagePermission,
      );
      const plan = await readPlan(context, req.body, credentials);
      const known = checksOf(await context.policy.current());
      const outcome = await context.database.transaction(trx =>
        changeCampaign(trx, {
          id,
          plan,
          reason: req.body.reason,
          known,
          by: callerRef(credentials),
          at: context.now(),
        }),
      );
      return showCampaign(context, campaignOf(outcome, id), credentials);
    },
  );
}
