export { AssessmentWorker } from './AssessmentWorker';
export type { WorkObserver } from './WorkObserver';
export { askForOne } from './engines';
export type { Answers, AskedService } from './engines';
export type { JudgeSettings } from './work/JudgeSettings';
export type { Turned } from './work/Turned';
export { Restater } from './restate/Restater';
export { PolicyStore } from './policy/PolicyStore';
export { policyFigures } from './policy/policyFigures';
export type { PolicyFigures } from './policy/policyFigures';
export { readBehind } from './policy/readBehind';
export { readPolicySettings } from './policy/sources/readPolicySettings';
export { markChangedDue } from './queue/markChangedDue';
export { quietKindsOf } from './work/quietKindsOf';
export { markDue } from './queue/markDue';
export { markExemptedDue } from './queue/markExemptedDue';
export { markSourcesDue } from './queue/markSourcesDue';
export { markSubjectsDue } from './queue/markSubjectsDue';
export { readQueue } from './queue/readQueue';
export { readQueueFigures } from './queue/readQueueFigures';
export type { QueueFigures } from './queue/readQueueFigures';
export { assessAt } from './reads/assessAt';
export type { PastAssessment } from './reads/assessAt';
export { calibrateWindow } from './reads/calibrateWindow';
export type { CalibratedWindow } from './reads/calibrateWindow';
export { readChanges } from './reads/readChanges';
export type { ChangesAsked, ReadChanges } from './reads/readChanges';
export { readTeamOwnership } from './reads/readTeamOwnership';
export { readMetric } from './reads/readMetric';
export type { MeasuredMetric } from './reads/readMetric';
export { measureEvidence } from './reads/measureEvidence';
export type { MeasuredEvidence } from './reads/measureEvidence';
export { previewCause } from './reads/previewCause';
export type { CausePreview } from './reads/previewCause';
export { placeDeployment } from './reads/placeDeployment';
export type { PlacedDeployment } from './reads/placeDeployment';
export { readCharges } from './reads/readCharges';
export { readLinks } from './reads/readLinks';
export { readAttributions } from './reads/readAttributions';
export {
  readCampaignProgress,
  readCampaignSums,
  readCampaignsLeft,
  readOwnersLeft,
} from './reads/campaigns';
export type { OwnerLeft, StoredProgress } from './reads/campaigns';
export { burdenStatusOf } from './reads/burdenStatusOf';
export { isLargeTree } from './reads/isLargeTree';
export { readRollup, turnsTold } from './reads/readRollup';
export type { StoredRollup } from './reads/readRollup';
export {
  countScored,
  readScorecardCounts,
  readScorecardServices,
  readStandings,
} from './reads/scorecards';
export type {
  ScorecardPage,
  ScorecardPlace,
  ScorecardSort,
  ScoredScope,
} from './reads/scorecards';
export { readScorecard, readTrends } from './reads/readScorecard';
export type { StoredScorecard } from './reads/readScorecard';
export { readReasons } from './reads/readReasons';
export { readRetoldDays } from './reads/readRetoldDays';
export { readFactsOfServices } from './reads/readFactsOfServices';
export { storedFactColumns, toStoredFacts } from './reads/storedFacts';
export type { StoredFactColumns } from './reads/storedFacts';
export { readStoredResults } from './reads/readStoredResults';
export { readTeamRisks } from './reads/readTeamRisks';
export type { TeamRisk, TeamRisks } from './reads/readTeamRisks';
export type { TreeScope } from './reads/servicesOf';
export { readTreeRefs } from './reads/readTreeRefs';
export { readTransitions } from './reads/readTransitions';
export type { TransitionsQuery } from './reads/readTransitions';
