import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Severity, severities } from 'backstage-plugin-accountability-common';

/** For how long exemptions may be, and who hears of them. */
export interface ExemptionSettings {
  /** Most days from the request to the end, by severity of the check. */
  maxDays: Record<Severity, number>;
  /** Entity refs of groups that are told of each new request. */
  approvers: string[];
  /** Whether anybody is told by a notification. */
  notify: boolean;
}

const key = 'accountability.exemptions';
const usualDays = { low: 180, medium: 90, high: 60, critical: 30 };
const mostDays = 3650;

/** Reads `accountability.exemptions`; throws where it cannot be meant so. */
export function readExemptionSettings(config: Config): ExemptionSettings {
  return {
    maxDays: readMaxDays(config),
    approvers: (config.getOptionalStringArray(`${key}.approvers`) ?? []).map(
      readGroup,
    ),
    notify: config.getOptionalBoolean(`${key}.notify`) ?? true,
  };
}

function readMaxDays(config: Config): ExemptionSettings['maxDays'] {
  const given = { ...usualDays };
  for (const severity of severities) {
    const name = `${key}.maxDays.${severity}`;
    const days = config.getOptionalNumber(name) ?? usualDays[severity];
    if (!Number.isInteger(days) || days < 1 || days > mostDays) {
      throw new InputError(
        `${name} must be a whole number of days from 1 to ${mostDays.toLocaleString(
          'en-US',
        )}`,
      );
    }
    given[severity] = days;
  }
  return given;
}

function readGroup(ref: string): string {
  const told = `${key}.approvers holds ${ref}; name groups by their entity refs, such as group:default/security`;
  let group;
  try {
    group = parseEntityRef(ref, { defaultKind: 'group' });
  } catch (error) {
    throw new InputError(told, error);
  }
  if (group.kind.toLowerCase() !== 'group') throw new InputError(told);
  return stringifyEntityRef(group);
}
