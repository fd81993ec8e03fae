export { registerActions } from './registerActions';
export type { ActionContext } from './ActionContext';
