export type { Area, Share } from './Area';
export { truckFactor } from './truckFactor';
