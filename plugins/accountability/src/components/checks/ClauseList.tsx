import {
  Assessment,
  CheckResult,
  CheckStatus,
  Clause,
  FactValue,
} from 'backstage-plugin-accountability-common';
import { printQuantity, quantity, useText } from '../../text';
import { StatusIcon } from '../marks';
import { MetricButton } from '../metric';
import { findFact, readComparison } from '../reading';
import { WrittenClause } from './WrittenClause';

/** Each clause of a check with the value it saw and its limit; the passing ones too, so one sees which half failed. */
export function ClauseList(props: {
  check: CheckResult;
  assessment: Assessment;
  at?: number;
}) {
  const { check, assessment, at } = props;
  return (
    <>
      {check.clauses.map(clause => (
        <div className="acc-clause" key={clause.text}>
          <StatusIcon status={clauseStatus(clause, check.status)} />
          <span>
            <ClauseWords clause={clause} assessment={assessment} at={at} />
          </span>
        </div>
      ))}
      {(check.clauses.length === 0 ||
        check.status === 'unknown' ||
        check.status === 'exempt') && (
        <div className="acc-small acc-muted">{check.because}</div>
      )}
    </>
  );
}

function clauseStatus(clause: Clause, status: CheckStatus): CheckStatus {
  if (clause.outcome === 'true') return 'pass';
  if (clause.outcome === 'unknown') return 'unknown';
  return status === 'warn' ? 'warn' : 'fail';
}

function ClauseWords(props: {
  clause: Clause;
  assessment: Assessment;
  at?: number;
}) {
  const t = useText();
  const { clause, assessment, at } = props;
  const read = readComparison(clause);
  const fact = findFact(assessment, read?.operand);
  if (!read || !fact) return <WrittenClause clause={clause} />;
  const limit = printQuantity(quantity(read.limit, fact.unit, t));
  return (
    <>
      <MetricButton entityRef={assessment.entityRef} fact={fact} at={at} />{' '}
      <span className="acc-strong">
        <FactWords fact={fact} />
      </span>{' '}
      <span className="acc-muted">
        {t(`checks.${read.comparison}`, { limit })}
      </span>
    </>
  );
}

function FactWords({ fact }: { fact: FactValue }) {
  const t = useText();
  if (fact.status === 'unknown') return <>{t('checks.unknownValue')}</>;
  return <>{printQuantity(quantity(fact.value, fact.unit, t))}</>;
}
