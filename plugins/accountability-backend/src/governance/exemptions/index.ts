export { decideExemption } from './decideExemption';
export { ExemptionNotices } from './ExemptionNotices';
export type { ExemptionNotice, TellOfExemptions } from './ExemptionNotices';
export { readExemptionSettings } from './ExemptionSettings';
export type { ExemptionSettings } from './ExemptionSettings';
export { findExemption } from './findExemption';
export {
  countExemptions,
  listExemptions,
  readExemptedServices,
} from './listExemptions';
export type {
  ExemptionPlace,
  ExemptionsAsked,
  ListedExemption,
} from './listExemptions';
export { exemptionsOf, readExemptions } from './readExemptions';
export type { Exempted, KeptExemptions } from './readExemptions';
export { requestExemption } from './requestExemption';
export type { AskedExemption } from './requestExemption';
export { revokeExemption } from './revokeExemption';
export type { Settled } from './Settled';
export { whyNotGranted } from './whyNotGranted';
