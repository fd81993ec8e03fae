import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';

/** Statements sent to the database since the start. */
export const statements = { count: 0 };

/** The real database service, counting every statement that goes through knex. */
export const countingDatabase = createServiceFactory({
  service: coreServices.database,
  deps: {
    config: coreServices.rootConfig,
    lifecycle: coreServices.lifecycle,
    logger: coreServices.logger,
    pluginMetadata: coreServices.pluginMetadata,
    rootLifecycle: coreServices.rootLifecycle,
    rootLogger: coreServices.rootLogger,
  },
  async createRootContext({ config, rootLifecycle, rootLogger }) {
    return DatabaseManager.fromConfig(config, { rootLifecycle, rootLogger });
  },
  async factory({ pluginMetadata, lifecycle, logger }, manager) {
    const real = manager.forPlugin(pluginMetadata.getId(), {
      lifecycle,
      logger,
    });
    let listening = false;
    return {
      migrations: real.migrations,
      async getClient() {
        const knex = await real.getClient();
        if (!listening) knex.on('query', () => statements.count++);
        listening = true;
        return knex;
      },
    };
  },
});
