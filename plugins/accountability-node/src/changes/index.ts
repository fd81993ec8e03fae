export { contributorOf } from './contributorOf';
export { describeFiles } from './describeFiles';
export type { ChangedFile } from './describeFiles';
export { kindOfPath } from './kindOfPath';
export type { PathKind } from './kindOfPath';
export { topicsOf } from './topicsOf';
