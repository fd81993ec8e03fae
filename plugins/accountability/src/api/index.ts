export { accountabilityApiRef } from './accountabilityApiRef';
export { policyApiRef } from './policyApiRef';
