export { Inbox } from './inbox/Inbox';
export { createIntakeRouter } from './createIntakeRouter';
export type { IntakeOptions } from './createIntakeRouter';
export type { DeliverySinks } from './VerifiedDelivery';
export { genericSource } from './generic/genericSource';
export { pruneDeliveryBodies } from './pruneDeliveryBodies';
export { readSourceHealth } from './readSourceHealth';
