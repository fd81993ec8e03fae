import {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { EngineVersions, GateSources, readGateSettings } from '../gates';
import { exemptionsOf, readExemptions } from '../governance';

/** Ties gates to the policy in force, to exemptions and to other engines. */
export function createGates(
  { config, logger }: { config: RootConfigService; logger: LoggerService },
  knex: Knex,
  { policy, engines }: Pick<GateSources, 'policy' | 'engines'>,
): GateSources {
  return {
    database: knex,
    policy,
    engines,
    versions: EngineVersions.create(engines),
    settings: readGateSettings(config),
    logger,
    exemptionsOf: async (service, { endingAfter }) =>
      exemptionsOf(
        await readExemptions(knex, { services: [service], endingAfter }),
        service,
      ),
  };
}
