import { Assessment } from 'backstage-plugin-accountability-common';
import { formatDay, formatSpan, useText } from '../../text';
import { EvidenceButton } from '../evidence';
import { levelName, StatusMark } from '../marks';
import { PlacedCheck } from '../reading';
import { ClauseList } from './ClauseList';

/** One check: result, question, why, since when, what it is needed for, and the records behind it. */
export function CheckRow(props: {
  check: PlacedCheck;
  assessment: Assessment;
  at?: number;
}) {
  const t = useText();
  const { check, assessment, at } = props;
  return (
    <tr>
      <td>
        <StatusMark status={check.status} />
      </td>
      <th scope="row">
        {check.title}
        <div className="acc-code acc-muted">{check.check}</div>
        {check.status !== 'pass' && check.remediation && (
          <div className="acc-small acc-muted">{check.remediation}</div>
        )}
      </th>
      <td>{t(`burden.${check.burden}`)}</td>
      <td>
        <ClauseList check={check} assessment={assessment} at={at} />
      </td>
      <td className="acc-nowrap">
        {check.since !== undefined && (
          <>
            {formatDay(check.since)}
            <div className="acc-label">
              {formatSpan(assessment.at - check.since)}
            </div>
          </>
        )}
      </td>
      <td>
        <NeededFor check={check} />
      </td>
      <td className="acc-right">
        <EvidenceButton
          entityRef={assessment.entityRef}
          title={check.title}
          facts={check.facts.flatMap(
            id => assessment.facts.find(fact => fact.id === id) ?? [],
          )}
          at={at}
        />
      </td>
    </tr>
  );
}

function NeededFor({ check }: { check: PlacedCheck }) {
  const t = useText();
  if (check.status === 'not-applicable') return <>{t('checks.notCounted')}</>;
  if (check.mode === 'warn') return <>{t('checks.warnOnly')}</>;
  return (
    <>
      {check.level && t('checks.neededFor', { level: levelName(check.level) })}
      <div className="acc-label">{check.scorecardTitle}</div>
    </>
  );
}
