import {
  Attribution,
  IncidentResponse,
} from 'backstage-plugin-accountability-common';
import { formatDate, useText } from '../../text';
import { RecordPageLink } from '../links';
import { ConfidenceWords, MethodWords, nameById, OwnerWords } from '../record';
import { hasCause, refName } from '../reading';
import { causeAnswer } from './causeAnswer';

/** The cause, how it was found, how sure that is, and whom it is charged to. */
export function CausePart({ data }: { data: IncidentResponse }) {
  const t = useText();
  const { attribution, service, records } = data;
  const cause = attribution?.cause;
  const of = attribution?.causeService ?? service.entityRef;
  return (
    <div className="acc-stripPart acc-stripWide">
      <span className="acc-label">{t('incident.cause')}</span>
      <span className="acc-stripValue acc-owner">
        {cause ? (
          <span>
            <RecordPageLink
              entityRef={of}
              record={{ kind: 'deployment', id: cause }}
              className="acc-link acc-strong"
            >
              {nameById(records)(cause)}
            </RecordPageLink>{' '}
            {t('incident.causeOf', { service: refName(of) })}
          </span>
        ) : (
          t(`causeAnswer.${causeAnswer(data)}`)
        )}
      </span>
      {attribution && <How attribution={attribution} />}
    </div>
  );
}

function How({ attribution }: { attribution: Attribution }) {
  const t = useText();
  const { method, confidence, causeOwner, lagMs = 0 } = attribution;
  const begun = attribution.incidentStartedAt - lagMs;
  if (!hasCause(attribution)) {
    return (
      <span className="acc-label">
        {method === 'explicit'
          ? t('incident.decidedNone')
          : t('incident.chargedNobody')}
      </span>
    );
  }
  return (
    <>
      <span className="acc-label acc-levels">
        <MethodWords method={method} />
        <ConfidenceWords confidence={confidence} />
      </span>
      {causeOwner && (
        <span className="acc-label">
          {t('incident.chargedTo')}{' '}
          <span className="acc-strong acc-plain">
            <OwnerWords owner={causeOwner} />
          </span>
          , {t('popover.ownerOn', { date: formatDate(begun) })}
        </span>
      )}
    </>
  );
}
