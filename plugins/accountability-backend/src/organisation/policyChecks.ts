import { AskedMode, Severity } from 'backstage-plugin-accountability-common';
import { CompiledPolicy, modeAt } from 'backstage-plugin-accountability-engine';

/** What the policy in force says of a check. */
export interface PolicyCheck {
  title: string;
  severity: Severity;
  mode: AskedMode;
  effortDays?: number;
  /** Id of a fact in seconds. */
  cost?: string;
}

/** Checks of the policy in force, by `scorecard/check`. */
export type PolicyChecks = ReadonlyMap<string, PolicyCheck>;

/** What the policy in force says of its checks, without those that are off. */
export function policyChecks(
  { scorecards }: Pick<CompiledPolicy, 'scorecards'>,
  now: number,
): PolicyChecks {
  const found = new Map<string, PolicyCheck>();
  for (const { name, checks } of scorecards) {
    for (const check of checks) {
      const mode = modeAt(check, now);
      if (mode === 'off') continue;
      const { title, severity, effortDays, cost } = check;
      found.set(checkKey({ scorecard: name, check: check.id }), {
        ...{ title, severity, mode },
        ...(effortDays !== undefined && { effortDays }),
        ...(cost !== undefined && { cost }),
      });
    }
  }
  return found;
}

/** `scorecard/check`. */
export function checkKey(name: { scorecard: string; check: string }): string {
  return `${name.scorecard}/${name.check}`;
}
