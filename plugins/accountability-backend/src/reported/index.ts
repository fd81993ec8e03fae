export { ProviderReader } from './ProviderReader';
export { readReported } from './readReported';
export type { Reported } from './readReported';
export { reportedAt } from './reportedAt';
export { toReportedFacts } from './toReportedFacts';
