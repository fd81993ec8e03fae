import type { CompiledGateRule } from './CompiledPolicy';

/**
 * Engine of a rule of a gate that is at fault. Such a rule stays in its gate
 * and is an error whenever it is asked, so that a slip in a file never opens a
 * gate; its path is the sentence that says so.
 */
export const missingEngine = 'missing';

/** Whether a rule of a gate is one that is at fault, and stays so that the gate does not open. */
export function isLost({ check }: Pick<CompiledGateRule, 'check'>): boolean {
  const { program } = check;
  return 'engine' in program && program.engine === missingEngine;
}
