import { createSourceModule } from 'backstage-plugin-accountability-node';
import { createGithubSource } from './createGithubSource';

/** Adds GitHub as a source. Without a secret the source stays off and the plugin starts all the same. */
export const accountabilityModuleGithub = createSourceModule({
  moduleId: 'github',
  sources: { github: createGithubSource },
});
