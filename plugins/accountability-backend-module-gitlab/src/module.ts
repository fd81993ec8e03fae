import { createSourceModule } from 'backstage-plugin-accountability-node';
import { createGitlabSource } from './createGitlabSource';

/** Adds GitLab as a source. Without a secret the source stays off and the plugin starts all the same. */
export const accountabilityModuleGitlab = createSourceModule({
  moduleId: 'gitlab',
  sources: { gitlab: createGitlabSource },
});
