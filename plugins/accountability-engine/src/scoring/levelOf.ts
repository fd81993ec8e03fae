import {
  CheckResult,
  LevelResult,
} from 'backstage-plugin-accountability-common';
import { LevelRequirement } from '../policy/CompiledPolicy';
import { pointsOf } from './pointsOf';

/** The ladder of a scorecard, lowest first, and what its steps need besides the checks that name them. */
interface Ladder {
  levels: readonly string[];
  requirements?: readonly LevelRequirement[];
}

const passes = ({ status }: CheckResult) =>
  status === 'pass' || status === 'exempt' || status === 'not-applicable';

/**
 * The level of a ladder that a service stands on: the highest for which every
 * applicable enforced check of it and of those below passes or is exempt, and
 * whose other requirements are met. An unknown never passes. Where no check of
 * the ladder applies there is no level, because nothing was shown; and where
 * nothing on the ladder is enforced there is no ladder either.
 */
export function levelOf(
  { levels, requirements = [] }: Ladder,
  checks: readonly CheckResult[],
): LevelResult {
  const enforced = checks.filter(({ mode }) => mode === 'enforce');
  const needs = levels.map(level => {
    const required = requirements.find(item => item.level === level);
    return {
      checks: enforced.filter(check => isNeeded(check, level, required)),
      score: required?.minScore,
    };
  });
  const stands = needs.some(
    ({ checks: needed, score }) => score !== undefined || needed.length > 0,
  );
  if (!stands && checks.length > 0) {
    return { rank: 0, ladder: [], blockedBy: [] };
  }
  const counting = needs.some(
    ({ checks: needed, score }) =>
      score !== undefined ||
      needed.some(({ status }) => status !== 'not-applicable'),
  );
  const { earned, possible } = pointsOf(checks);
  const share = possible > 0 ? earned / possible : 0;
  const blocked = needs.findIndex(
    ({ checks: needed, score = 0 }) => !needed.every(passes) || share < score,
  );
  const reached = blocked < 0 ? levels.length : blocked;
  const rank = counting ? reached : 0;
  const next = needs[rank];
  return {
    ...(rank > 0 && { name: levels[rank - 1] }),
    rank,
    ladder: [...levels],
    blockedBy: next ? blockersOf(next, share, checks) : [],
  };
}

function isNeeded(
  { level, burden, severity }: CheckResult,
  of: string,
  required?: LevelRequirement,
): boolean {
  return (
    level === of ||
    required?.burdens?.includes(burden) === true ||
    required?.noFail?.includes(severity) === true
  );
}

/** Where only points are missing, whatever could give some. */
function blockersOf(
  { checks: needed, score = 0 }: { checks: CheckResult[]; score?: number },
  share: number,
  all: readonly CheckResult[],
): string[] {
  const missing = needed.filter(check => !passes(check));
  const found =
    missing.length > 0 || share >= score
      ? missing
      : all.filter(check => check.mode !== 'audit' && !passes(check));
  return found.map(({ check }) => check);
}
