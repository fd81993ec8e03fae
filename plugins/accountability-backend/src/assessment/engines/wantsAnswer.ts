import {
  CompiledCheck,
  PolicyScope,
  evaluateCheck,
} from 'backstage-plugin-accountability-engine';

/** Whether another engine decides what a check comes to: it is a rule of one, and `when` lets it apply. */
export function wantsAnswer(
  check: CompiledCheck,
  { rule, scope }: { rule: string; scope: PolicyScope },
): boolean {
  if (!('engine' in check.program)) return false;
  const because = '';
  const answers = new Map([[rule, { status: 'pass' as const, because }]]);
  return evaluateCheck(check, { ...scope, answers }, rule).status === 'pass';
}
