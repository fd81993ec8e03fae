export { askEngines } from './askEngines';
export type { Answers } from './askEngines';
export { askForOne } from './askForOne';
export type { AskedService } from './AskedService';
export { hasAskedRules } from './listAskedRules';
