export * from './assess';
export * from './assessTypes';
export * from './defaultSettings';
export * from './horizonMs';
export * from './judgeMeasured';
export * from './judgeService';
export * from './keepNewest';
export * from './neededKinds';
export * from './neededReports';
export { measureExample, exampleService } from './measureExample';
export * from './measureService';
export { measureFact, measurePrepared, measureValues } from './measureFact';
export type { MeasuredFact, MeasureOptions } from './measureFact';
export { prepareFacts } from './prepareFacts';
export type { FactInput, PreparedFacts } from './prepareFacts';
export * from './proposeWindow';
export * from './benchmarks';
export { approvalsOf, isRubberStamp, makerOf } from './changes';
export { ownersOfPath, parseCodeowners } from './codeowners';
export type {
  Codeowners,
  CodeownersDialect,
  CodeownersState,
  ResolvedOwner,
} from './codeowners';
export type { AuthorshipDay } from './knowledge';
export { nobodyKnown } from './people';
export * from './supply';
export type { Membership, People } from './people';
export * from './facts/defineFact';
export { isSevereBySource } from './facts/isSevereBySource';
export { shiftOf } from './facts/shiftOf';
export { poolUseOf } from './facts/buildsPoolDays';
export type { PoolUse } from './facts/buildsPoolDays';
export { knownDays } from './facts/authorshipOf';
export { describeChanges } from './facts/describeChanges';
export type { DescribedChange } from './facts/describeChanges';
export { measureShare, minimumShareSample } from './facts/measureShare';
export type { Share } from './facts/measureShare';
export { builtInFacts } from './facts/registry.generated';
export { burstMs, findBurst, profiles, ruleVersion } from './attribution';
export type {
  AttributionProfile,
  Begun,
  CauseOverride,
  FoundBurst,
  IncidentBurst,
  Mended,
  Peer,
} from './attribution';
export { byStart, contentsOf, couldReach, ran } from './delivery';
export type { Contents } from './delivery';
export * from './policy';
export { formatDuration, formatInstant } from './time';
export * from './gate';
export * from './backtest';
export * as testKit from './testing';
