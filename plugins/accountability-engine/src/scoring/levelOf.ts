import {
  CheckResult,
  LevelResult,
} from 'backstage-plugin-accountability-common';

/**
 * The level of a ladder that a service stands on: the highest for which every
 * applicable enforced check of it and of those below passes or is exempt. An
 * unknown never passes. Where no check of the ladder applies there is no level,
 * because nothing was shown.
 */
export function levelOf(
  ladder: readonly string[],
  checks: readonly CheckResult[],
): LevelResult {
  const steps = new Map(ladder.map((level, index) => [level, index]));
  const counting = checks.flatMap(check => {
    const step = check.level === undefined ? undefined : steps.get(check.level);
    const counts =
      check.mode === 'enforce' && check.status !== 'not-applicable';
    return counts && step !== undefined ? [{ check, step }] : [];
  });
  const blocking = counting.filter(
    ({ check }) => check.status !== 'pass' && check.status !== 'exempt',
  );
  const firstBlocked = Math.min(
    ladder.length,
    ...blocking.map(({ step }) => step),
  );
  const rank = counting.length === 0 ? 0 : firstBlocked;
  return {
    ...(rank > 0 && { name: ladder[rank - 1] }),
    rank,
    ladder: [...ladder],
    blockedBy: blocking
      .filter(({ step }) => step === rank)
      .map(({ check }) => check.check),
  };
}
