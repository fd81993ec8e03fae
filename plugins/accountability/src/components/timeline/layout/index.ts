export * from './types';
export * from './layoutTimeline';
