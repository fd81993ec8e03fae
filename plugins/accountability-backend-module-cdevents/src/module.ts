import { createSourceModule } from 'backstage-plugin-accountability-node';
import { createCdeventsSource } from './createCdeventsSource';
import { readEnvironmentNames } from './readEnvironmentNames';

/** Adds CDEvents as a source. Without a secret the source stays off and the plugin starts all the same. */
export const accountabilityModuleCdevents = createSourceModule({
  moduleId: 'cdevents',
  sources: {
    cdevents: (secrets, config) =>
      createCdeventsSource(secrets, readEnvironmentNames(config)),
  },
});
