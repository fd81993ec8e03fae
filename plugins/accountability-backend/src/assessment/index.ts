export { markDue } from './queue/markDue';
export { markSubjectsDue } from './queue/markSubjectsDue';
export { AssessmentWorker } from './AssessmentWorker';
export { PolicyStore } from './policy/PolicyStore';
export { readQueue } from './queue/readQueue';
