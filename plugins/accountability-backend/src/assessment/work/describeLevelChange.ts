import { ScorecardResult } from 'backstage-plugin-accountability-common';

/** Says in one sentence why the level of a scorecard moved from the given rank. */
export function describeLevelChange(
  { level, checks }: ScorecardResult,
  from: number,
): string {
  const name = level.name ?? 'no level';
  if (level.rank > from) return `Every check up to ${name} passes or is exempt`;
  const titles = level.blockedBy.map(
    id => checks.find(check => check.check === id)?.title ?? id,
  );
  return titles.length
    ? `Back to ${name}, held back by: ${titles.join('; ')}`
    : `Back to ${name}, because the ladder is a different one`;
}
