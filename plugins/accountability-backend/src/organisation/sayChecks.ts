import { burdens, severities } from 'backstage-plugin-accountability-common';
import { Names } from './Names';
import { PolicyCheck, PolicyChecks, checkKey } from './policyChecks';

/** What a policy says of checks, by the numbers that `Names` gives them. */
export interface SaidChecks {
  /** Undefined for a check that it does not know, or that is off. */
  checks: readonly (PolicyCheck | undefined)[];
  /** Place among the severities; -1 for a check that it does not know. */
  severity: readonly number[];
  /** Place of the burden. */
  places: Uint8Array;
  /** Equal where what is ranked by it is equal. */
  key: string;
}

/** What a policy says of the checks that there are. */
export function sayChecks(
  { all }: Pick<Names, 'all'>,
  policy: PolicyChecks,
): SaidChecks {
  const checks = all.map(name => policy.get(checkKey(name)));
  return {
    checks,
    severity: checks.map(check =>
      check ? severities.indexOf(check.severity) : -1,
    ),
    places: Uint8Array.from(all, ({ burden }) => burdens.indexOf(burden)),
    key: JSON.stringify(
      checks.map(
        check => check && [check.severity, check.effortDays, check.cost],
      ),
    ),
  };
}
