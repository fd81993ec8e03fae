import { Assessment } from 'backstage-plugin-accountability-common';
import {
  formatDate,
  formatInstant,
  formatNumber,
  formatSpan,
  useText,
} from '../../text';
import { EvidenceButton } from '../evidence';
import { AskExemptionButton } from '../exemptions';
import { SourceLink } from '../links';
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
        {check.exemption && (
          <div className="acc-label">
            {t('checks.until', { at: formatInstant(check.exemption.until) })}
          </div>
        )}
      </td>
      <th scope="row">
        {check.title}
        <div className="acc-code acc-muted">{check.check}</div>
        {check.status !== 'pass' && <Help check={check} />}
        {at === undefined && mayBeExempt(check) && (
          <div>
            <AskExemptionButton
              entityRef={assessment.entityRef}
              checks={[check]}
            />
          </div>
        )}
      </th>
      <td>{t(`burden.${check.burden}`)}</td>
      <td>
        <ClauseList check={check} assessment={assessment} at={at} />
      </td>
      <td className="acc-nowrap">
        {check.since !== undefined && (
          <>
            {formatDate(check.since)}
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

/** What does not pass, or may not, and is not let off already. */
function mayBeExempt({ status, mode }: PlacedCheck): boolean {
  return mode !== 'audit' && ['fail', 'warn', 'unknown'].includes(status);
}

/** What a team should do about it, how much that is, and where to read on. */
function Help({ check }: { check: PlacedCheck }) {
  const t = useText();
  const { remediation, effortDays, links = [] } = check;
  return (
    <>
      {remediation && <div className="acc-small acc-muted">{remediation}</div>}
      {effortDays !== undefined && (
        <div className="acc-label">
          {t('checks.effort', { number: formatNumber(effortDays) })}
        </div>
      )}
      {links.map(({ title, url }) => (
        <div key={url} className="acc-small">
          <SourceLink url={url}>{title}</SourceLink>
        </div>
      ))}
    </>
  );
}

function NeededFor({ check }: { check: PlacedCheck }) {
  const t = useText();
  if (check.status === 'not-applicable') return <>{t('checks.notCounted')}</>;
  if (check.mode === 'audit') return <>{t('checks.auditOnly')}</>;
  if (check.mode === 'warn') {
    return (
      <>
        {t('checks.warnOnly')}
        {check.enforceFrom !== undefined && (
          <div className="acc-label">
            {t('checks.enforceFrom', { at: formatDate(check.enforceFrom) })}
          </div>
        )}
      </>
    );
  }
  return (
    <>
      {check.level && t('checks.neededFor', { level: levelName(check.level) })}
      <div className="acc-label">{check.scorecardTitle}</div>
    </>
  );
}
