import {
  checkStatuses,
  GateOutcome,
  RuleOutcome,
} from 'backstage-plugin-accountability-common';
import { CompiledPolicy } from 'backstage-plugin-accountability-engine';
import { Target } from './Target';

/** What may be expected by one name. */
export interface Named {
  target: Target;
  /** Words that may be expected of it. */
  words: readonly string[];
}

const gateWords: readonly GateOutcome[] = ['allow', 'warn', 'deny'];
const ruleWords: readonly RuleOutcome[] = [
  ...(['pass', 'fail', 'unknown'] as const),
  ...(['error', 'skip', 'exempt'] as const),
];

/** Everything that may be expected of a policy, by name; under a check's id alone where it is of one scorecard. */
export function targetsOf({
  scorecards,
  gates,
}: CompiledPolicy): Map<string, Named> {
  const named = new Map<string, Named>();
  const rest: Target = { of: 'rest' };
  named.set('*', { target: rest, words: checkStatuses });
  const ids = scorecards.flatMap(({ checks }) => checks.map(({ id }) => id));
  for (const { name, levels, checks } of scorecards) {
    for (const { id } of checks) {
      const target: Target = { of: 'check', scorecard: name, check: id };
      const entry = { target, words: checkStatuses };
      named.set(`${name}/${id}`, entry);
      if (ids.filter(each => each === id).length === 1) named.set(id, entry);
    }
    named.set(`level/${name}`, {
      target: { of: 'level', scorecard: name },
      words: [...levels, 'none', 'not-applicable'],
    });
  }
  for (const { name, rules } of gates) {
    named.set(`gate/${name}`, {
      target: { of: 'gate', gate: name },
      words: gateWords,
    });
    for (const { rule } of rules) {
      named.set(`gate/${name}/${rule}`, {
        target: { of: 'rule', gate: name, rule },
        words: ruleWords,
      });
    }
  }
  return named;
}
