import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { accountabilityModuleGithub } from './module';
import { accountabilityModuleGithubPoller } from './pollers/module';

export { createGithubSource } from './createGithubSource';
export { createGithubPoller } from './pollers/createGithubPoller';

/** GitHub as a source, and its poller beside it. */
export default createBackendFeatureLoader({
  loader: () => [accountabilityModuleGithub, accountabilityModuleGithubPoller],
});
