export { readComing } from './coming/readComing';
export { dueWithinMs } from './dueWithinMs';
export { readDue } from './due/readDue';
export type { DueAsked } from './due/DueAsked';
export { readOnCall } from './onCall/readOnCall';
export type { OnCallLoad } from './onCall/readOnCall';
export { readTeamScope } from './TeamScope';
export type { TeamScope, TeamService } from './TeamScope';
