import { CheckResult, Clause } from 'backstage-plugin-accountability-common';
import {
  CompiledCheck,
  CompiledExpression,
  CompiledPolicy,
} from 'backstage-plugin-accountability-engine';

/** What a policy says of a check whatever the service is. */
export interface CheckTemplate {
  fixed: Pick<
    CheckResult,
    | 'title'
    | 'burden'
    | 'severity'
    | 'weight'
    | 'level'
    | 'facts'
    | 'remediation'
    | 'effortDays'
    | 'links'
    | 'skill'
  >;
  expression: ClauseTemplate[];
  when: ClauseTemplate[];
}

/** A clause without what it came to. */
export interface ClauseTemplate extends Pick<Clause, 'text' | 'facts'> {
  operands: string[];
}

/** The checks of a policy by scorecard and id. */
export type PolicyTemplate = Record<string, Record<string, CheckTemplate>>;

const made = new WeakMap<CompiledPolicy, PolicyTemplate>();

/** What is the same of the results of a policy for every service: two thirds of their bytes. Made once for a policy. */
export function templateOf(policy: CompiledPolicy): PolicyTemplate {
  const known = made.get(policy);
  if (known) return known;
  const template = Object.fromEntries(
    policy.scorecards.map(({ name, checks }) => [
      name,
      Object.fromEntries(checks.map(check => [check.id, ofCheck(check)])),
    ]),
  );
  made.set(policy, template);
  return template;
}

function ofCheck(check: CompiledCheck): CheckTemplate {
  const { title, burden, severity, weight, level, facts, program } = check;
  const { remediation, effortDays, links, skill } = check;
  return {
    fixed: {
      ...{ title, burden, severity, weight, facts },
      ...(level !== undefined && { level }),
      ...(remediation !== undefined && { remediation }),
      ...(effortDays !== undefined && { effortDays }),
      ...(links && { links }),
      ...(skill !== undefined && { skill }),
    },
    expression: clausesOf(
      'expression' in program ? program.expression : undefined,
    ),
    when: clausesOf(program.when),
  };
}

function clausesOf(expression: CompiledExpression | undefined) {
  return (expression?.clauses ?? []).map(({ text, facts, operands }) => ({
    text,
    facts: [...facts],
    operands: [...operands],
  }));
}
