import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { isCadence } from './isCadence';

/** How often groups are asked whether a service is theirs. */
export interface AttestationSettings {
  /** Days between two attestations of a service that names no other number; 0 is never asked. */
  everyDays: number;
}

const key = 'accountability.attestation.everyDays';
const defaultDays = 180;

/** Reads `accountability.attestation`; throws where it cannot be meant so. */
export function readAttestationSettings(config: Config): AttestationSettings {
  const everyDays = config.getOptionalNumber(key) ?? defaultDays;
  if (!isCadence(everyDays)) {
    throw new InputError(
      `${key} must be a whole number of days from 0 to 3,650; 0 asks nobody`,
    );
  }
  return { everyDays };
}
