import { WorseTurn, severities } from 'backstage-plugin-accountability-common';
import { Organisation } from './Organisation';
import { ServiceState, Turn } from './ServiceState';
import { firstOf } from './firstOf';
import { PolicyChecks, checkKey } from './policyChecks';

const MOST = 10;

/** Turns for the worse, with where they were found. */
export interface Worse {
  checks: number;
  levels: number;
  /** The ten that matter most: levels that fell and checks by severity, the newest first among equals. Why is read from the database. */
  turns: Omit<WorseTurn, 'because'>[];
}

interface Found {
  state: ServiceState;
  turn: Turn;
  weight: number;
}

/** What got worse since an instant. */
export function findWorse(
  { names }: Organisation,
  selected: readonly ServiceState[],
  { from, checks }: { from: number; checks: PolicyChecks },
): Worse {
  const found: Found[] = [];
  let levels = 0;
  for (const state of selected) {
    for (const turn of state.turns) {
      if (turn.at < from) break;
      if (!isWorse(turn, state)) continue;
      if (turn.check === undefined) levels++;
      found.push({ state, turn, weight: weightOf(turn, checks) });
    }
  }
  const most = firstOf(
    found,
    MOST,
    (a, b) => b.weight - a.weight || b.turn.at - a.turn.at,
  );
  const burdens = new Map(
    names.all.map(name => [checkKey(name), name.burden] as const),
  );
  return {
    checks: found.length - levels,
    levels,
    turns: most.map(({ state, turn }) => {
      const { check, scorecard } = turn;
      const key =
        check === undefined ? undefined : checkKey({ scorecard, check });
      const burden = key === undefined ? undefined : burdens.get(key);
      const severity =
        key === undefined ? undefined : checks.get(key)?.severity;
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

function isWorse(
  { check, scorecard, from, to }: Turn,
  { levels }: ServiceState,
): boolean {
  if (check !== undefined) {
    return (
      (from === 'pass' || from === 'exempt') && (to === 'fail' || to === 'warn')
    );
  }
  const ladder =
    levels.find(level => level.scorecard === scorecard)?.ladder ?? [];
  return ladder.indexOf(to) < ladder.indexOf(from);
}

/** A level that fell stands between high and critical. */
function weightOf({ check, scorecard }: Turn, checks: PolicyChecks): number {
  if (check === undefined) return severities.indexOf('high') + 0.5;
  const { severity } = checks.get(checkKey({ scorecard, check })) ?? {};
  return severity === undefined ? -1 : severities.indexOf(severity);
}
