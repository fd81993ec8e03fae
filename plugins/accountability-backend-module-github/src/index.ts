export { accountabilityModuleGithub as default } from './module';
export { createGithubSource } from './createGithubSource';
