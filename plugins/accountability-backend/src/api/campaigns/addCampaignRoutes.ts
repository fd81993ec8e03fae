import { ApiContext } from '../ApiContext';
import { ApiRouter } from '../ApiRouter';
import { getCampaign } from './getCampaign';
import { getCampaigns } from './getCampaigns';
import { postCampaign } from './postCampaign';
import { postCampaignState } from './postCampaignState';
import { putCampaign } from './putCampaign';

/** Routes of campaigns. */
export function addCampaignRoutes(
  router: ApiRouter,
  context: ApiContext,
): void {
  router.get('/campaigns', async (req, res) =>
    res.json(await getCampaigns(context, req)),
  );
  router.post('/campaigns', async (req, res) =>
    res.status(201).json(await postCampaign(context, req)),
  );
  router.get('/campaigns/:id', async (req, res) =>
    res.json(await getCampaign(context, req)),
  );
  router.put('/campaigns/:id', async (req, res) =>
    res.json(await putCampaign(context, req)),
  );
  router.post('/campaigns/:id/state', async (req, res) =>
    res.json(await postCampaignState(context, req)),
  );
}
