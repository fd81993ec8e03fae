import { CompiledPolicy } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { AttestationSettings } from '../../governance';
import { TeamScope, TeamService } from '../TeamScope';

/** What everything that is due is read with. */
export interface DueAsked {
  database: Knex;
  scope: TeamScope;
  attestation: AttestationSettings;
  policy: Pick<CompiledPolicy, 'scorecards'>;
  /** Epoch milliseconds. */
  now: number;
}

/** A service that is asked about. */
export type DueService = Pick<TeamService, 'entityRef'>;
