import { FactRetrieverRegistration } from '@backstage-community/plugin-tech-insights-node';
import {
  BackendFeature,
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { factProvidersExtensionPoint } from 'backstage-plugin-accountability-node';
import { fromFactRetriever, RetrieverOptions } from './fromFactRetriever';

/** A backend module by which fact retrievers of Tech Insights tell facts that policy may read; Tech Insights itself need not be installed. */
export function techInsightsFacts(
  registrations: readonly FactRetrieverRegistration[],
  options: RetrieverOptions = {},
): BackendFeature {
  return createBackendModule({
    pluginId: 'accountability',
    moduleId: 'tech-insights',
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          config: coreServices.rootConfig,
          discovery: coreServices.discovery,
          logger: coreServices.logger,
          urlReader: coreServices.urlReader,
          providers: factProvidersExtensionPoint,
        },
        async init({ providers, ...context }) {
          for (const registration of registrations) {
            providers.addProvider(
              fromFactRetriever(registration, context, options),
            );
          }
        },
      });
    },
  });
}
