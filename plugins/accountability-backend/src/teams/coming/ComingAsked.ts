import { CheckRef, CheckStatus } from 'backstage-plugin-accountability-common';
import { AttestationAhead } from '../../governance';
import { DueAsked } from '../due/DueAsked';
import { Exemptable } from '../servicesBySubject';

/** A service that is asked about. */
export interface ComingService extends Exemptable {
  title: string;
}

/** What everything that comes up is read with. */
export interface ComingAsked
  extends Pick<DueAsked, 'database' | 'policy' | 'now'> {
  services: readonly ComingService[];
  /** How a service stands on a check now; undefined where it does not count. */
  statusOf(entityRef: string, check: CheckRef): CheckStatus | undefined;
  /** When services are to be attested that are not yet, of any. */
  attestations: readonly AttestationAhead[];
}
