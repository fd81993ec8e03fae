import { createPollerModule } from 'backstage-plugin-accountability-node';
import { createGitlabPoller } from './createGitlabPoller';

/** Adds the poller of GitLab. Without a block `poll` it stays off. */
export const accountabilityModuleGitlabPoller = createPollerModule({
  moduleId: 'gitlab-poller',
  create: createGitlabPoller,
});
