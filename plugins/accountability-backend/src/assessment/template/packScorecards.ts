import {
  CheckResult,
  Clause,
  ScorecardResult,
} from 'backstage-plugin-accountability-common';
import {
  CheckTemplate,
  ClauseTemplate,
  PolicyTemplate,
} from './PolicyTemplate';

/** What one clause came to, and the values that it saw. */
type PackedClause = [outcome: Clause['outcome'], ...values: string[]];

/** A result without what its template has. */
export type PackedCheck = Omit<
  CheckResult,
  keyof CheckTemplate['fixed'] | 'clauses'
> & {
  /** Of which expression of the check the clauses are, where there are any. */
  of?: 'expression' | 'when';
  saw?: PackedClause[];
};

/** Results with those of each check packed, where its template fits. */
export type PackedScorecard = Omit<ScorecardResult, 'checks'> & {
  checks: (PackedCheck | CheckResult)[];
};

/** Results without what is in the template of the policy that gave them. */
export function packScorecards(
  scorecards: readonly ScorecardResult[],
  template: PolicyTemplate,
): PackedScorecard[] {
  return scorecards.map(({ checks, ...scorecard }) => ({
    ...scorecard,
    checks: checks.map(check =>
      pack(check, template[scorecard.scorecard]?.[check.check]),
    ),
  }));
}

/** Results as they were before they were packed. What was not packed stays as it is. */
export function unpackScorecards(
  packed: readonly PackedScorecard[],
  template: PolicyTemplate,
): ScorecardResult[] {
  return packed.map(({ checks, ...scorecard }) => ({
    ...scorecard,
    checks: checks.flatMap(check => {
      if ('title' in check) return [check];
      const own = template[scorecard.scorecard]?.[check.check];
      return own ? [unpack(check, own)] : [];
    }),
  }));
}

function pack(
  check: CheckResult,
  template: CheckTemplate | undefined,
): PackedCheck | CheckResult {
  const of = template && expressionOf(check.clauses, template);
  if (of === undefined) return check;
  const { title, burden, severity, weight, level, ...rest } = check;
  const { facts, remediation, effortDays, links, skill, ...own } = rest;
  const { clauses, ...said } = own;
  if (clauses.length === 0) return said;
  const saw = clauses.map(
    ({ outcome, operands }): PackedClause => [
      outcome,
      ...operands.map(({ value }) => value),
    ],
  );
  return { ...said, of, saw };
}

/** Whose clauses these are; undefined where they are of neither. */
function expressionOf(
  clauses: readonly Clause[],
  { expression, when }: CheckTemplate,
): 'expression' | 'when' | undefined {
  if (clauses.length === 0 || areOf(clauses, expression)) return 'expression';
  return areOf(clauses, when) ? 'when' : undefined;
}

function areOf(
  clauses: readonly Clause[],
  templates: readonly ClauseTemplate[],
): boolean {
  return (
    clauses.length === templates.length &&
    clauses.every(({ text, operands }, index) => {
      const template = templates[index];
      return (
        text === template.text && operands.length === template.operands.length
      );
    })
  );
}

function unpack(
  { of = 'expression', saw = [], ...said }: PackedCheck,
  { fixed, ...clauses }: CheckTemplate,
): CheckResult {
  return {
    ...said,
    ...fixed,
    clauses: clauses[of]
      .slice(0, saw.length)
      .map(({ text, facts, operands }, index) => {
        const [outcome, ...values] = saw[index];
        return {
          text,
          outcome,
          operands: operands.map((expression, at) => {
            return { expression, value: values[at] };
          }),
          facts,
        };
      }),
  };
}
