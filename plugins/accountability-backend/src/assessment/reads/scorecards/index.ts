export { countScored } from './countScored';
export { readScorecardCounts } from './readScorecardCounts';
export { readScorecardServices } from './readScorecardServices';
export type {
  ScorecardPage,
  ScorecardPlace,
  ScorecardSort,
} from './readScorecardServices';
export { readStandings } from './readStandings';
export type { ScoredScope } from './scoredServices';
