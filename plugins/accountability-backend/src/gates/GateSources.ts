import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ExemptableService,
  Exemption,
} from 'backstage-plugin-accountability-common';
import { CompiledPolicy } from 'backstage-plugin-accountability-engine';
import { AskedEngine } from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { EngineVersions } from './EngineVersions';
import { GateSettings } from './GateSettings';

/** What deciding needs; wiring ties it to the rooms that have it. */
export interface GateSources {
  database: Knex;
  /** The policy in force. */
  policy: { current(): Promise<CompiledPolicy> };
  /** Exemptions of a service, its owner and its system that have not ended at an instant, in one statement. */
  exemptionsOf(
    service: ExemptableService,
    options: { endingAfter: number },
  ): Promise<readonly Exemption[]>;
  /** Whom rules of other engines are asked of. */
  engines: readonly AskedEngine[];
  versions: EngineVersions;
  settings: GateSettings;
  logger: LoggerService;
}
