export { CampaignsPage } from './CampaignsPage';
export { CampaignPage } from './CampaignPage';
