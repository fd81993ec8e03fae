export { accountabilityModuleAlertmanager as default } from './module';
export { createAlertmanagerSource } from './createAlertmanagerSource';
export { createGrafanaSource } from './createGrafanaSource';
