import {
  CampaignsResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { readCampaignSums } from '../../assessment';
import { readCampaigns } from '../../governance';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { mayManage } from './mayManage';

/** `GET /campaigns`: all of them, each with how far it has come. */
export async function getCampaigns(
  context: ApiContext,
  req: object,
): Promise<CampaignsResponse> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const manages = await mayManage(context, credentials);
  const campaigns = await readCampaigns(context.database);
  const sums = await readCampaignSums(context.database, campaigns);
  return {
    asOf: context.now(),
    campaigns: campaigns.map(campaign => ({
      ...campaign,
      ...(sums.get(campaign.id) ?? { done: 0, total: 0 }),
      mayManage: manages,
    })),
  };
}
