import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { IntakeLimits } from './IntakeLimits';

/**
 * 1,000 a second, what one backend on two cores was measured to take at most;
 * the busiest sender of a company of 10,000 services stays below a tenth of it.
 */
const USUAL = 60_000;
/** 100 a second: a sender with a wrong secret stays below it, and as many signatures cost a core some percent. */
const USUAL_REFUSED = 6_000;

/** Reads `accountability.intake.rateLimit`; throws where a number is none. */
export function readIntakeLimits(config: Config): IntakeLimits {
  const key = 'accountability.intake.rateLimit';
  return {
    perMinute: readCount(config, `${key}.perMinute`, USUAL),
    refusedPerMinute: readCount(
      config,
      `${key}.refusedPerMinute`,
      USUAL_REFUSED,
    ),
    knowsAddresses: config.has('backend.trustProxy'),
  };
}

function readCount(config: Config, key: string, usual: number): number {
  const given = config.getOptionalNumber(key) ?? usual;
  if (!Number.isInteger(given) || given < 1) {
    throw new InputError(
      `${key} must be a whole number from 1 on; leave it out for ${usual}`,
    );
  }
  return given;
}
