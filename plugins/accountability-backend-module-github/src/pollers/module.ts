import { createPollerModule } from 'backstage-plugin-accountability-node';
import { createGithubPoller } from './createGithubPoller';

/** Adds the poller of GitHub. Without a block `poll` it stays off. */
export const accountabilityModuleGithubPoller = createPollerModule({
  moduleId: 'github-poller',
  create: createGithubPoller,
});
