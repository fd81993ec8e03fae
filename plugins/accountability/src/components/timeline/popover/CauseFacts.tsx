import { Attribution } from 'backstage-plugin-accountability-common';
import { formatDate, formatNumber, useText } from '../../../text';
import { ConfidenceBoxes, confidenceWord, linkStroke } from '../../marks';
import { OwnerName } from '../../service/OwnerName';

/** Method, confidence, evidence, and who the failed change is charged to. */
export function CauseFacts({ attribution }: { attribution: Attribution }) {
  const t = useText();
  const { method, confidence, causeOwner, evidence } = attribution;
  const words = t('popover.rule', {
    method: t(`popover.methods.${method}`),
    rule: attribution.ruleVersion,
  });
  const begun = attribution.incidentStartedAt - (attribution.lagMs ?? 0);
  return (
    <>
      <dt>{t('popover.method')}</dt>
      <dd className="acc-inline">
        {attribution.cause && <MethodLine attribution={attribution} />}
        {words}
      </dd>
      {attribution.cause && (
        <>
          <dt>{t('popover.confidence')}</dt>
          <dd className="acc-inline">
            <ConfidenceBoxes confidence={confidence} />
            {t('popover.confidenceWord', {
              word: t(`popover.${confidenceWord(confidence)}`),
              number: formatNumber(confidence, 2),
            })}
          </dd>
        </>
      )}
      {evidence.length > 0 && (
        <>
          <dt>{t('popover.evidence')}</dt>
          <dd>
            {evidence.map(sentence => (
              <div key={sentence}>{sentence}</div>
            ))}
          </dd>
        </>
      )}
      {causeOwner && (
        <>
          <dt>{t('popover.charged')}</dt>
          <dd>
            {causeOwner.status === 'known' ? (
              <>
                <OwnerName owner={causeOwner.owner} />,{' '}
                {t('popover.ownerOn', { date: formatDate(begun) })}
              </>
            ) : (
              causeOwner.because
            )}
          </dd>
        </>
      )}
    </>
  );
}

function MethodLine({ attribution }: { attribution: Attribution }) {
  return (
    <svg width="30" height="12" aria-hidden>
      <path
        d="M0 6H30"
        stroke="var(--acc-link)"
        {...linkStroke(attribution.method)}
      />
    </svg>
  );
}
