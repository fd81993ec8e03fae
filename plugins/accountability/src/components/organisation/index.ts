export { OrganisationPage } from './OrganisationPage';
export { ServicesDialog } from './behind/ServicesDialog';
export { DebtsSection } from './debts/DebtsSection';
export { useOrganisation } from './useOrganisation';
export { useOrganisationQuery } from './useOrganisationQuery';
export { WorseSection } from './worse/WorseSection';
