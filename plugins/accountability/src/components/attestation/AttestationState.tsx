import {
  AttestationEntry,
  AttestationResponse,
} from 'backstage-plugin-accountability-common';
import {
  formatDate,
  formatNumber,
  formatSpan,
  NBSP,
  useText,
} from '../../text';
import { OwnerName } from '../service/OwnerName';

/** Whether the owner of today stands for the service, since when, and when it is asked next. */
export function AttestationState({ data }: { data: AttestationResponse }) {
  const t = useText();
  const { service, due, last, everyDays } = data;
  return (
    <div>
      <p className="acc-owner acc-strong">{headline()}</p>
      <dl className="acc-facts">
        <dt>{t('attestation.owner')}</dt>
        <dd>
          {service.owner ? (
            <OwnerName owner={service.owner} />
          ) : (
            t('owner.none')
          )}
        </dd>
        <dt>{t('attestation.last')}</dt>
        <dd>{last ? <Said entry={last} /> : t('attestation.lastNone')}</dd>
        <dt>{t('attestation.next')}</dt>
        <dd>
          {due.at === undefined
            ? t('attestation.nextNone')
            : formatDate(due.at)}
        </dd>
        <dt>{t('attestation.every')}</dt>
        <dd>
          {everyDays === 0
            ? t('attestation.everyNone')
            : `${formatNumber(everyDays)}${NBSP}d`}
        </dd>
      </dl>
      <p className="acc-label">{due.because}</p>
    </div>
  );

  function headline() {
    const { asOf } = data;
    switch (due.state) {
      case 'never-asked':
        return t('attestation.never-asked');
      case 'due':
        return t('attestation.due', { date: formatDate(due.at ?? asOf) });
      case 'overdue':
        return t('attestation.overdue', {
          span: formatSpan(asOf - (due.at ?? asOf)),
        });
      default:
        if (!last) return t('attestation.notYet');
        return t(`attestation.${last.verdict}Ago`, {
          span: formatSpan(asOf - last.at),
        });
    }
  }
}

function Said({ entry }: { entry: AttestationEntry }) {
  const t = useText();
  return (
    <>
      {t(`attestation.${entry.verdict}`)}, {formatDate(entry.at)}
    </>
  );
}
