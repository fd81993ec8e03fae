export { markDue } from './markDue';
export { markSubjectsDue } from './markSubjectsDue';
