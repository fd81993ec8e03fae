import { LevelState, ServiceState } from './ServiceState';

/** The lowest of some levels, the scorecard's name deciding between equals. */
export function lowest(levels: readonly LevelState[]): LevelState | undefined {
  return levels.reduce<LevelState | undefined>((least, level) => {
    if (!least || level.rank < least.rank) return level;
    const first = level.scorecard < least.scorecard;
    return level.rank === least.rank && first ? level : least;
  }, undefined);
}

/** Where a service stood lowest at an instant, by what turned since; undefined where nothing had judged it. */
export function levelsBefore(
  { levels, turns }: Pick<ServiceState, 'levels' | 'turns'>,
  at: number,
): LevelState | undefined {
  const then = levels.flatMap(level => {
    // Newest first, so that the last one found is the first after the instant.
    const turned = turns.findLast(
      ({ check, scorecard, at: turnedAt }) =>
        check === undefined && scorecard === level.scorecard && turnedAt > at,
    );
    if (!turned) return level.since > at ? [] : [level];
    const rank = level.ladder.indexOf(turned.from) + 1;
    return [{ ...level, level: rank > 0 ? turned.from : undefined, rank }];
  });
  return lowest(then);
}
