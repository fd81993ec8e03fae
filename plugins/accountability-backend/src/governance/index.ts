export type { Decision } from './Decision';
export { decideCause } from './decideCause';
export { overrideInForce, readOverrides } from './readOverrides';
export { withdrawCause } from './withdrawCause';
