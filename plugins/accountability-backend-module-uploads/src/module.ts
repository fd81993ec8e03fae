import { createBackendModule } from '@backstage/backend-plugin-api';
import { sourcesExtensionPoint } from 'backstage-plugin-accountability-node';
import { createUploadSources } from './createUploadSources';

/** Adds what CI uploads as sources. They are always on: callers are Backstage principals, and there is no secret to configure. */
export const accountabilityModuleUploads = createBackendModule({
  pluginId: 'accountability',
  moduleId: 'uploads',
  register(env) {
    env.registerInit({
      deps: { sources: sourcesExtensionPoint },
      async init({ sources }) {
        createUploadSources().forEach(source => sources.addSource(source));
      },
    });
  },
});
