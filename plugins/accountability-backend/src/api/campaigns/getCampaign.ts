import {
  CampaignResponse,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { readCampaign } from '../../governance';
import { ApiContext } from '../ApiContext';
import { authorize } from '../authorize';
import { missingCampaign } from './missingCampaign';
import { showCampaign } from './showCampaign';

/** `GET /campaigns/:id`: a campaign with how far it has come, by owner and day by day. */
export async function getCampaign(
  context: ApiContext,
  req: { params: { id: string } },
): Promise<CampaignResponse> {
  const credentials = await authorize(context, req, scorecardReadPermission);
  const campaign = await readCampaign(context.database, req.params);
  if (!campaign) throw missingCampaign(req.params.id);
  return showCampaign(context, campaign, credentials);
}
