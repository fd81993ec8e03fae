import { CheckMode } from 'backstage-plugin-accountability-common';
import { CompiledGateRule } from '../policy/CompiledPolicy';
import { modeAt } from '../policy';
import { GateInput } from './GateInput';

/** The mode of a rule in force at this point and instant, and from when on it enforces where it does not yet. */
export function modeOfRule(
  rule: Pick<CompiledGateRule, 'mode' | 'modeAt' | 'enforceFrom'> & {
    check: Pick<CompiledGateRule['check'], 'enforceFrom'>;
  },
  {
    now,
    question,
  }: Pick<GateInput, 'now'> & {
    question: Pick<GateInput['question'], 'point'>;
  },
): { mode: CheckMode; enforceFrom?: number } {
  const written = rule.modeAt[question.point] ?? rule.mode;
  const enforceFrom = rule.enforceFrom ?? rule.check.enforceFrom;
  const mode = modeAt({ mode: written, enforceFrom }, now);
  return { mode, ...(mode !== written && { enforceFrom }) };
}
