import {
  CampaignRequest,
  CampaignResponse,
  campaignManagePermission,
} from 'backstage-plugin-accountability-common';
import { createCampaign } from '../../governance';
import { ApiContext } from '../ApiContext';
import { audited } from '../audited';
import { authorize } from '../authorize';
import { callerRef } from '../callerRef';
import { campaignOf } from './campaignOf';
import { checksOf } from './policyChecks';
import { readPlan } from './readPlan';
import { showCampaign } from './showCampaign';

/** `POST /campaigns`: writes a draft. */
export async function postCampaign(
  context: ApiContext,
  req: { body: CampaignRequest },
): Promise<CampaignResponse> {
  const meta = { title: req.body.title };
  return audited(
    context,
    { eventId: 'campaign-create', req, meta },
    async () => {
      const credentials = await authorize(
        context,
        req,
        campaignManagePermission,
      );
      const plan = await readPlan(context, req.body, credentials);
      const outcome = await createCampaign(context.database, {
        plan,
        known: checksOf(await context.policy.current()),
        by: callerRef(credentials),
        at: context.now(),
      });
      return showCampaign(context, campaignOf(outcome), credentials);
    },
  );
}
