export { isOf } from './isOf';
export { nobodyKnown } from './People';
export type { Membership, People } from './People';
