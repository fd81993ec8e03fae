import { CompiledGateRule, CompiledScorecard } from '../policy/CompiledPolicy';
import { GateInput } from './GateInput';

/** The scorecard whose check a rule asks; nothing for a rule of the gate's own. */
export function scorecardOf(
  { scorecard }: Pick<CompiledGateRule, 'scorecard'>,
  { scorecards }: Pick<GateInput, 'scorecards'>,
): CompiledScorecard | undefined {
  return scorecards.find(({ name }) => name === scorecard);
}
