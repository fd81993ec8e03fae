export * from './types';
export * from './layoutTimeline';
export { MARK_LIMIT } from './deploymentLanes';
