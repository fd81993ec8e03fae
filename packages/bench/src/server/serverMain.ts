import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { createCompany } from 'demo';
import { barePlugin } from './barePlugin';
import { countingDatabase, statements } from './countingDatabase';
import { indexedCatalog } from './indexedCatalog';
import { retentionDays } from './retentionDays';
import { secrets } from './secrets';
import { ServerSetup } from './ServerSetup';

/** Runs the real plugin, its sources, database, scheduler and HTTP; only the catalog and the callers are played. */
async function serve(setup: ServerSetup): Promise<number> {
  const { entities } = createCompany(setup.company);
  const connection = new URL(setup.postgresUrl);
  const backend = await startTestBackend({
    features: [
      import('backstage-plugin-accountability-backend'),
      import('backstage-plugin-accountability-backend-module-github'),
      import('backstage-plugin-accountability-backend-module-pagerduty'),
      mockServices.rootLogger.factory({ level: 'warn' }),
      barePlugin,
      countingDatabase,
      schedulerServiceFactory,
      indexedCatalog(entities),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: {
              client: 'pg',
              prefix: setup.databasePrefix,
              connection: {
                host: connection.hostname,
                port: Number(connection.port),
                user: connection.username,
                password: connection.password,
              },
            },
          },
          accountability: {
            // The demo company's repositories are nowhere, and nobody is to be asked while something is measured.
            codeowners: { enabled: false },
            retention: { records: { days: retentionDays } },
            runtimes: { enabled: false },
            attestation: { notify: false },
            policy: { paths: [setup.policies], every: { seconds: 1 } },
            sources: {
              github: { secrets: [secrets.githubSecret] },
              pagerduty: { secrets: [secrets.pagerdutySecret] },
            },
          },
        },
      }),
    ],
  });
  return backend.server.port();
}

process.once('message', async (setup: ServerSetup) => {
  const port = await serve(setup);
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    const cpuMs = (user + system) / 1000;
    process.send?.({ statements: statements.count, cpuMs });
  });
  process.send?.({ port });
});

process.once('disconnect', () => process.exit());
