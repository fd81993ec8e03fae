import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import express, { Router } from 'express';

/** What the server itself costs: a route that does nothing, and one that inserts the body as a row. */
export const barePlugin = createBackendPlugin({
  pluginId: 'bare',
  register(env) {
    env.registerInit({
      deps: {
        database: coreServices.database,
        httpRouter: coreServices.httpRouter,
      },
      async init({ database, httpRouter }) {
        const knex = await database.getClient();
        await knex.schema.createTable('rows', table => {
          table.text('id').primary();
          table.timestamp('received_at', { useTz: true }).notNullable();
          table.binary('body').notNullable();
        });
        let id = 0;
        const router = Router();
        router.get('/', (_req, res) => {
          res.json({ status: 'ok' });
        });
        router.post(
          '/rows',
          express.raw({ type: () => true, limit: '25mb' }),
          (req, res, next) => {
            const row = {
              id: `row-${id++}`,
              received_at: new Date(),
              body: req.body,
            };
            knex('rows')
              .insert(row)
              .then(() => res.status(202).json({ id: row.id }))
              .catch(next);
          },
        );
        httpRouter.use(router);
        httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
      },
    });
  },
});
