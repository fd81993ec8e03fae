import { Outcomes } from './Outcomes';
import { PreparedCase } from './PreparedCase';

/**
 * Checks and gates' own rules that fail in a case that would notice: something
 * is expected of the check itself, of all checks, or of a gate that asks it.
 */
export function failingIn(
  { policy, expectations }: PreparedCase,
  outcomes: Outcomes,
): string[] {
  const failing = new Set<string>();
  const named = new Set(
    expectations.flatMap(({ target }) =>
      target.of === 'check' ? [`${target.scorecard}/${target.check}`] : [],
    ),
  );
  const all = expectations.some(({ target }) => target.of === 'rest');
  for (const { scorecard, checks } of outcomes.scorecards) {
    for (const { check, status } of checks) {
      const rule = `${scorecard}/${check}`;
      const fails = status === 'fail' || status === 'warn';
      if (fails && (all || named.has(rule))) failing.add(rule);
    }
  }
  for (const { name, rules } of policy.gates) {
    const gate = expectations.some(
      ({ target }) => target.of === 'gate' && target.gate === name,
    );
    const results = outcomes.verdict(name)?.rules ?? [];
    for (const { rule, scorecard } of rules) {
      const asked = expectations.some(
        ({ target }) =>
          target.of === 'rule' && target.gate === name && target.rule === rule,
      );
      const result = results.find(each => each.rule === rule);
      if (result?.outcome !== 'fail' || !(gate || asked)) continue;
      failing.add(scorecard === undefined ? `gate/${name}/${rule}` : rule);
    }
  }
  return [...failing];
}
