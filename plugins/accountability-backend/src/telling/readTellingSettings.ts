import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Who is told of what turned, and how often. */
export interface TellingSettings {
  /** Whether groups are notified of checks that turned to fail. */
  notify: boolean;
  /** How long a group is left alone after it was. */
  quietMs: number;
  /** Whether signals name the services that they are about. */
  nameServices: boolean;
}

const quietKey = 'accountability.regressions.quietMinutes';
const usualQuiet = 60;

/** Reads `accountability.regressions` and `accountability.signals`; throws where it cannot be meant so. */
export function readTellingSettings(config: Config): TellingSettings {
  const minutes = config.getOptionalNumber(quietKey) ?? usualQuiet;
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 10_080) {
    throw new InputError(
      `${quietKey} must be a whole number of minutes from 1 to 10,080; to notify nobody set accountability.regressions.notify to false`,
    );
  }
  return {
    notify:
      config.getOptionalBoolean('accountability.regressions.notify') ?? true,
    quietMs: minutes * 60_000,
    nameServices:
      config.getOptionalBoolean('accountability.signals.nameServices') ??
      // Where permissions are on, some may not know of all services, and every signal goes to all.
      config.getOptionalBoolean('permission.enabled') !== true,
  };
}
