export { ScorecardsPage } from './ScorecardsPage';
export { ScorecardPage } from './ScorecardPage';
export { ResultBar } from './ResultBar';
