export type { AuthorshipDay } from './AuthorshipDay';
export type { Area, Share } from './Area';
export { truckFactor } from './truckFactor';
