export { accountabilityModuleOpa as default } from './module';
