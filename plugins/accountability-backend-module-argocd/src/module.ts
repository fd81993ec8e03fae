import { createSourceModule } from 'backstage-plugin-accountability-node';
import { createArgocdSource } from './createArgocdSource';

/** Adds Argo CD as a source. Without a secret the source stays off and the plugin starts all the same. */
export const accountabilityModuleArgocd = createSourceModule({
  moduleId: 'argocd',
  sources: { argocd: createArgocdSource },
});
