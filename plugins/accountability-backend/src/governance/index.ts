export { attest } from './attest';
export { AttestationRequests } from './AttestationRequests';
export type { AskGroup } from './AttestationRequests';
export { AttestationsAhead } from './AttestationsAhead';
export type { AttestationAhead } from './AttestationsAhead';
export { readAttestationSettings } from './AttestationSettings';
export type { AttestationSettings } from './AttestationSettings';
export type { Decision } from './Decision';
export {
  changeCampaign,
  createCampaign,
  readCampaign,
  readCampaigns,
  turnCampaign,
} from './campaigns';
export type { CampaignOutcome, CampaignPlan } from './campaigns';
export { decideCause } from './decideCause';
export { dueAttestation, isAskable } from './dueAttestation';
export {
  ExemptionNotices,
  countExemptions,
  decideExemption,
  exemptionsOf,
  findExemption,
  listExemptions,
  readExemptedServices,
  readExemptionSettings,
  readExemptions,
  requestExemption,
  revokeExemption,
  whyNotGranted,
} from './exemptions';
export type {
  AskedExemption,
  Exempted,
  ExemptionNotice,
  ExemptionPlace,
  ExemptionSettings,
  ExemptionsAsked,
  KeptExemptions,
  ListedExemption,
  Settled,
  TellOfExemptions,
} from './exemptions';
export { readAttestationEntries, readAttestations } from './readAttestations';
export { readCadence } from './readCadence';
export { readDueAttestations } from './readDueAttestations';
export { overrideInForce, readOverrides } from './readOverrides';
export { withdrawCause } from './withdrawCause';
