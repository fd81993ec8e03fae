export { searchModuleAccountability as default } from './module';
