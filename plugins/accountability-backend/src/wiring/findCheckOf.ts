import { AskedMode } from 'backstage-plugin-accountability-common';
import { CompiledPolicy, modeAt } from 'backstage-plugin-accountability-engine';
import { FindCheck } from '../telling';

/** Looks checks of a policy up, as far as they are in one of the modes at an instant and in no draft. */
export function findCheckOf(
  { scorecards }: Pick<CompiledPolicy, 'scorecards'>,
  now: number,
  modes: readonly AskedMode[],
): FindCheck {
  return (scorecard, id) =>
    scorecards
      .find(({ name, draft }) => name === scorecard && !draft)
      ?.checks.find(
        check =>
          check.id === id && modes.some(mode => mode === modeAt(check, now)),
      );
}
