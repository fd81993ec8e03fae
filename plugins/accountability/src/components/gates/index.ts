export { GatesPage } from './GatesPage';
export { DecisionPage } from './DecisionPage';
