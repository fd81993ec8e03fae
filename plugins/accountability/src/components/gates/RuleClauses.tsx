import {
  CheckStatus,
  Clause,
  GateFact,
  GateRuleResult,
} from 'backstage-plugin-accountability-common';
import { printQuantity, quantity, useText } from '../../text';
import { WrittenClause } from '../checks';
import { StatusIcon } from '../marks';
import { readComparison } from '../reading';

/** Each clause of a rule with the value it saw and its limit, and what is to be said besides. */
export function RuleClauses(props: {
  rule: GateRuleResult;
  facts: GateFact[];
}) {
  const { rule, facts } = props;
  const told = rule.outcome === 'pass' || rule.outcome === 'fail';
  return (
    <>
      {rule.clauses.map(clause => (
        <div className="acc-clause" key={clause.text}>
          <StatusIcon status={shapeOf(clause, rule)} />
          <span>
            <Words clause={clause} facts={facts} />
          </span>
        </div>
      ))}
      {(rule.clauses.length === 0 || !told) && (
        <div className="acc-small acc-muted">{rule.because}</div>
      )}
    </>
  );
}

function shapeOf({ outcome }: Clause, { mode }: GateRuleResult): CheckStatus {
  if (outcome === 'true') return 'pass';
  if (outcome === 'unknown') return 'unknown';
  return mode === 'enforce' ? 'fail' : 'warn';
}

function Words({ clause, facts }: { clause: Clause; facts: GateFact[] }) {
  const t = useText();
  const read = readComparison(clause);
  const fact = facts.find(each => each.fact === read?.operand);
  if (!read || !fact?.unit) return <WrittenClause clause={clause} />;
  const print = (value: Parameters<typeof quantity>[0]) =>
    fact.unit ? printQuantity(quantity(value, fact.unit, t)) : String(value);
  return (
    <>
      <code className="acc-code">{fact.fact}</code>{' '}
      <span className="acc-strong">
        {fact.value === undefined
          ? t('checks.unknownValue')
          : print(fact.value)}
      </span>{' '}
      <span className="acc-muted">
        {t(`checks.${read.comparison}`, { limit: print(read.limit) })}
      </span>
    </>
  );
}
