import { Attribution } from 'backstage-plugin-accountability-common';
import { formatDate, useText } from '../../../text';
import { MethodLine } from '../../marks';
import { hasCause } from '../../reading';
import { ConfidenceWords } from '../../record/ConfidenceWords';
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
        {hasCause(attribution) && <MethodLine method={method} />}
        {words}
      </dd>
      {hasCause(attribution) && (
        <>
          <dt>{t('popover.confidence')}</dt>
          <dd>
            <ConfidenceWords confidence={confidence} />
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
