export type { CampaignOutcome, CampaignPlan } from './CampaignPlan';
export { changeCampaign } from './changeCampaign';
export { createCampaign } from './createCampaign';
export { readCampaign, readCampaigns } from './readCampaigns';
export { turnCampaign } from './turnCampaign';
