import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { accountabilityModuleGitlab } from './module';
import { accountabilityModuleGitlabPoller } from './pollers/module';

export { createGitlabSource } from './createGitlabSource';
export { createGitlabPoller } from './pollers/createGitlabPoller';

/** GitLab as a source, and its poller beside it. */
export default createBackendFeatureLoader({
  loader: () => [accountabilityModuleGitlab, accountabilityModuleGitlabPoller],
});
