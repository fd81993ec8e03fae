import { WorseTurn, severities } from 'backstage-plugin-accountability-common';
import { Organisation } from './Organisation';
import { firstOf } from './firstOf';
import { ByOwner } from './groupByOwner';
import { PolicyChecks, checkKey } from './policyChecks';
import { WorseTurnOf } from './worseTurns';

const MOST = 10;

/** A level that fell stands between high and critical. */
const LEVEL_WEIGHT = severities.indexOf('high') + 0.5;

/** Turns for the worse, with where they were found. */
export interface Worse {
  checks: number;
  levels: number;
  /** The ten that matter most: levels that fell and checks by severity, the newest first among equals. Why is read from the database. */
  turns: Omit<WorseTurn, 'because'>[];
}

/** What got worse since an instant. */
export function findWorse(
  { names }: Organisation,
  byOwner: ByOwner,
  { from, checks }: { from: number; checks: PolicyChecks },
): Worse {
  const weightOf = ({ check }: WorseTurnOf) => {
    if (check === undefined) return LEVEL_WEIGHT;
    const severity = checks.get(check)?.severity;
    return severity === undefined ? -1 : severities.indexOf(severity);
  };
  const found = [...byOwner.values()].flatMap(({ worse }) =>
    worse.filter(({ turn }) => turn.at >= from),
  );
  const levels = found.filter(({ check }) => check === undefined).length;
  const most = firstOf(
    found.map(one => ({ ...one, weight: weightOf(one) })),
    MOST,
    (a, b) => b.weight - a.weight || b.turn.at - a.turn.at,
  );
  const burdens = new Map(
    names.all.map(name => [checkKey(name), name.burden] as const),
  );
  return {
    checks: found.length - levels,
    levels,
    turns: most.map(({ state, turn, check }) => {
      const burden = check === undefined ? undefined : burdens.get(check);
      const severity =
        check === undefined ? undefined : checks.get(check)?.severity;
      return {
        ...turn,
        entityRef: state.entityRef,
        title: state.title,
        ...(state.owner !== undefined && { owner: state.owner }),
        ...(burden !== undefined && { burden }),
        ...(severity !== undefined && { severity }),
      };
    }),
  };
}
