import { CheckMode } from 'backstage-plugin-accountability-common';

/** The mode in force at an instant: what is to be enforced later warns until then, so that nobody is surprised. */
export function modeAt(
  given: { mode: CheckMode; enforceFrom?: number },
  now: number,
): CheckMode {
  const { mode, enforceFrom } = given;
  const early = enforceFrom !== undefined && now < enforceFrom;
  return mode === 'enforce' && early ? 'warn' : mode;
}
