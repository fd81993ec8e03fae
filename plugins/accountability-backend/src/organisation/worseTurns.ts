import { ServiceState, Turn } from './ServiceState';
import { checkKey } from './policyChecks';

/** A turn for the worse. */
export interface WorseTurnOf {
  state: ServiceState;
  turn: Turn;
  /** `scorecard/check`; absent where a level fell. */
  check?: string;
}

/** Turns for the worse of some services in the twelve weeks, of each the newest first. */
export function worseTurns(states: readonly ServiceState[]): WorseTurnOf[] {
  return states.flatMap(state =>
    state.turns
      .filter(turn => isWorse(turn, state))
      .map(turn => {
        const { scorecard, check } = turn;
        if (check === undefined) return { state, turn };
        return { state, turn, check: checkKey({ scorecard, check }) };
      }),
  );
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
