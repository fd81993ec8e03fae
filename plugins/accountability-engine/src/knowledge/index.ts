export type { AuthorshipDay } from './AuthorshipDay';
export type { Area, Share } from './Area';
export { areasOf } from './areasOf';
export { countChanges } from './countChanges';
export { truckFactor } from './truckFactor';
