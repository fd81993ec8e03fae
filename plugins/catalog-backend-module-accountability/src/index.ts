export { catalogModuleAccountability as default } from './module';
