export * from './CompiledPolicy';
export * from './PolicyEngine';
export * from './compilePolicy';
export * from './evaluateCheck';
export * from './missingEngine';
export * from './modeAt';
export * from './whetherScored';
export { celEngine } from './cel/celEngine';
// For what reads documents beside policy, such as its tests.
export { didYouMean } from './didYouMean';
export { DocumentReader } from './load/DocumentReader';
export { describeIssues } from './load/describeIssues';
export { durationMs } from './load/durationMs';
export { readFile as readPolicyFile } from './load/readFile';
