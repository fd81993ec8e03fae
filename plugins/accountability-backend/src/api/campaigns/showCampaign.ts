import {
  Campaign,
  CampaignResponse,
} from 'backstage-plugin-accountability-common';
import { readCampaignProgress } from '../../assessment';
import { ApiContext } from '../ApiContext';
import { Caller } from '../authorize';
import { hideProgress } from './hideProgress';
import { mayManage } from './mayManage';
import { effortsOf } from './policyChecks';

/** A campaign with its progress, as its caller may see it. */
export async function showCampaign(
  context: ApiContext,
  campaign: Campaign,
  credentials: Caller,
): Promise<CampaignResponse> {
  const now = context.now();
  const progress = await readCampaignProgress(context.database, {
    campaign,
    effortOf: effortsOf(await context.policy.current()),
    now,
  });
  return {
    campaign,
    mayManage: await mayManage(context, credentials),
    progress: {
      ...(await hideProgress(context, progress, credentials)),
      asOf: now,
    },
  };
}
