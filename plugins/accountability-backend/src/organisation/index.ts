export { DebtCosts, incidentTimeFact } from './DebtCosts';
export type { Organisation } from './Organisation';
export { OrganisationIndex } from './OrganisationIndex';
export { listServices } from './listServices';
export type { ServicesPlace } from './listServices';
export { policyChecks } from './policyChecks';
export type { PolicyChecks } from './policyChecks';
export { viewOrganisation } from './viewOrganisation';
export type { OrganisationView, ViewOptions } from './viewOrganisation';
