import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyEnginesExtensionPoint } from 'backstage-plugin-accountability-node';
import { createOpaEngine } from './createOpaEngine';
import { readOpaSettings } from './readOpaSettings';

/** Adds Open Policy Agent as an engine that checks may name. Where its settings cannot be meant so it stays off, and the plugin starts all the same. */
export const accountabilityModuleOpa = createBackendModule({
  pluginId: 'accountability',
  moduleId: 'opa',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        engines: policyEnginesExtensionPoint,
      },
      async init({ config, logger, engines }) {
        const read = readOpaSettings(config);
        if (read.ok) engines.addEngine(createOpaEngine(read.settings));
        else logger.warn(`The engine opa is off: ${read.because}`);
      },
    });
  },
});
