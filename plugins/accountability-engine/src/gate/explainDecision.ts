import {
  GateOutcome,
  GateRuleResult,
} from 'backstage-plugin-accountability-common';
import { GateInput } from './GateInput';

/** So many rules are told one by one; a sentence of more is not read. */
const MOST_TOLD = 3;

const count = (many: number) => `${many} ${many === 1 ? 'rule' : 'rules'}`;

const verbs = { deny: ['denies', 'deny'], warn: ['warns', 'warn'] } as const;

/** The decision in one sentence that a person can act on. */
export function explainDecision(
  outcome: GateOutcome,
  rules: readonly GateRuleResult[],
  { gate, question }: Pick<GateInput, 'gate' | 'question'>,
): string {
  if (outcome !== 'allow') {
    const those = rules.filter(({ effect }) => effect === outcome);
    const [one, many] = verbs[outcome];
    const verb = those.length === 1 ? one : many;
    return `${count(those.length)} ${verb}: ${list(those)}.`;
  }
  if (rules.length === 0) {
    return `${gate.title} asks no rule at the point ${question.point}, so that nothing is held back.`;
  }
  if (rules.every(rule => rule.outcome === 'skip')) {
    return `None of the rules of ${gate.title} applies to this service, so that nothing is held back.`;
  }
  return sayAllowed(rules);
}

function list(rules: readonly GateRuleResult[]): string {
  const told = rules
    .slice(0, MOST_TOLD)
    .map(({ title, because }) => `${title} (${because.replace(/\.$/, '')})`);
  const more = rules.length - told.length;
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

function sayAllowed(rules: readonly GateRuleResult[]): string {
  const counted = rules.filter(({ effect }) => effect !== 'none');
  const many = (outcome: GateRuleResult['outcome']) =>
    counted.filter(rule => rule.outcome === outcome).length;
  const parts = [
    [many('pass'), 'passed'],
    [many('exempt'), 'exempt'],
    [many('unknown'), 'unknown, which counts as a pass here'],
    [many('error'), 'not computed, which counts as a pass here'],
    [many('skip'), 'not for this service'],
    [rules.length - counted.length, 'audited, which holds nothing back'],
  ] as const;
  const said = parts
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${number} ${what}`);
  return `Nothing holds it back: of ${count(rules.length)} ${said.join('; ')}.`;
}
