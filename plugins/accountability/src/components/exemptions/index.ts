export { ExemptionsPage } from './ExemptionsPage';
export { AskExemptionButton } from './AskExemptionButton';
export type { ExemptableCheck } from './AskExemptionDialog';
