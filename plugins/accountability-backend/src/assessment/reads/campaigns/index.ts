export { readCampaignProgress } from './readCampaignProgress';
export type { StoredProgress } from './readCampaignProgress';
export { readCampaignSums } from './readCampaignSums';
export type { CampaignSum } from './readCampaignSums';
export { readOwnersLeft } from './readOwnersLeft';
export type { OwnerLeft } from './readOwnersLeft';
export { readCampaignsLeft } from './readCampaignsLeft';
export type { CampaignLeft } from './readCampaignsLeft';
