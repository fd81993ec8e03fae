export { accountabilityModuleTechInsights as default } from './module';
