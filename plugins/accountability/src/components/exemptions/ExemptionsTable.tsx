import { ExemptionEntry } from 'backstage-plugin-accountability-common';
import { formatDate, formatInstant, formatSpan, useText } from '../../text';
import { SourceLink } from '../links';
import { StateWord } from '../marks';
import { ScrollBox } from '../table';
import { ExemptionActions } from './ExemptionActions';
import { SubjectWords } from './SubjectWords';

/** Exemptions row by row: what, for whom, why, until when, and what may be answered. */
export function ExemptionsTable(props: {
  exemptions: ExemptionEntry[];
  asOf: number;
  onChanged(): void;
}) {
  const t = useText();
  const { exemptions, asOf, onChanged } = props;
  return (
    <ScrollBox label={t('exemptions.title')}>
      <table className="acc-table acc-rows" aria-label={t('exemptions.title')}>
        <thead>
          <tr>
            <th style={{ minWidth: 130 }}>{t('exemptions.state')}</th>
            <th style={{ minWidth: 190 }}>{t('exemptions.check')}</th>
            <th style={{ minWidth: 130 }}>{t('exemptions.forWhom')}</th>
            <th style={{ minWidth: 220 }}>{t('exemptions.why')}</th>
            <th style={{ minWidth: 110 }}>{t('exemptions.asked')}</th>
            <th style={{ minWidth: 110 }}>{t('exemptions.ends')}</th>
            <th style={{ minWidth: 150 }}>{t('exemptions.act')}</th>
          </tr>
        </thead>
        <tbody>
          {exemptions.map(entry => (
            <tr key={entry.id}>
              <td data-label={t('exemptions.state')}>
                <StateWords entry={entry} />
              </td>
              <th scope="row">
                <CheckWords entry={entry} />
              </th>
              <td data-label={t('exemptions.forWhom')}>
                <SubjectWords subject={entry.subject} />
                {entry.points && (
                  <div className="acc-label">
                    {t('exemptions.at', { points: entry.points.join(', ') })}
                  </div>
                )}
              </td>
              <td data-label={t('exemptions.why')}>
                <WhyWords entry={entry} />
              </td>
              <td data-label={t('exemptions.asked')}>
                <When entry={entry} />
              </td>
              <td data-label={t('exemptions.ends')}>
                <Ends entry={entry} asOf={asOf} />
              </td>
              <td data-label={t('exemptions.act')}>
                <ExemptionActions entry={entry} onChanged={onChanged} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function StateWords({ entry }: { entry: ExemptionEntry }) {
  const t = useText();
  const { state } = entry;
  const word = t(`exemptionState.${state}`);
  if (state === 'approved') {
    return <StateWord shape="exempt">{word}</StateWord>;
  }
  return (
    <span className={state === 'pending' ? 'acc-strong' : 'acc-muted'}>
      {word}
    </span>
  );
}

function CheckWords({ entry }: { entry: ExemptionEntry }) {
  const t = useText();
  const { checkTitle, severity, scorecard, check } = entry;
  return (
    <>
      {checkTitle ?? check}
      <div className="acc-code acc-muted">
        {scorecard}/{check}
      </div>
      <div className="acc-label">
        {severity
          ? t('exemptions.severityOf', { severity: t(`severity.${severity}`) })
          : t('exemptions.gone')}
      </div>
    </>
  );
}

function WhyWords({ entry }: { entry: ExemptionEntry }) {
  const t = useText();
  const { reason, ticket, renewals } = entry;
  return (
    <>
      <span className="acc-wrap">{reason}</span>
      {ticket && (
        <div>
          <SourceLink url={ticket}>{t('exemptions.ticket')}</SourceLink>
        </div>
      )}
      {renewals > 0 && (
        <div className="acc-label">
          {t('exemptions.renewed', { count: renewals })}
        </div>
      )}
    </>
  );
}

function When({ entry }: { entry: ExemptionEntry }) {
  const t = useText();
  const { requestedAt, decision, revoked } = entry;
  const decided =
    decision &&
    t(
      decision.verdict === 'approved'
        ? 'exemptions.approvedOn'
        : 'exemptions.deniedOn',
      { at: formatDate(decision.at) },
    );
  return (
    <>
      {formatDate(requestedAt)}
      {decided && <div className="acc-label">{decided}</div>}
      {revoked && (
        <div className="acc-label">
          {t('exemptions.revokedOn', { at: formatDate(revoked.at) })}
        </div>
      )}
      {(revoked?.reason ?? decision?.reason) && (
        <div className="acc-label">
          {t('exemptions.because', {
            reason: revoked?.reason ?? decision?.reason ?? '',
          })}
        </div>
      )}
    </>
  );
}

function Ends({ entry, asOf }: { entry: ExemptionEntry; asOf: number }) {
  const t = useText();
  const { expiresAt, expiringSoon, state } = entry;
  return (
    <>
      {formatInstant(expiresAt)}
      {expiringSoon && state === 'approved' && (
        <div className="acc-strong acc-small">
          {t('exemptions.endsSoon', { span: formatSpan(expiresAt - asOf) })}
        </div>
      )}
    </>
  );
}
