import { AttributionWindowResponse } from 'backstage-plugin-accountability-common';
import { formatDate, formatSpan, useText } from '../../text';
import { EmptySentence } from '../states';
import { AnnotationLine } from './AnnotationLine';
import { LagChart } from './LagChart';
import { LagTable } from './LagTable';

/** W in force, what is proposed and from what, what would change with it, and how to take it over. */
export function WindowPanel({ data }: { data: AttributionWindowResponse }) {
  const t = useText();
  const { inForce, proposal, from, lags } = data;
  return (
    <div className="acc-window">
      <div>
        <p className="acc-strong">
          {inForce.windowMs === undefined
            ? t('window.none')
            : t('window.inForce', {
                window: formatSpan(inForce.windowMs),
                origin: t(`window.origin.${inForce.origin}`),
              })}
        </p>
        <p className="acc-label">
          {t('window.meaning')}{' '}
          {t('window.profile', { profile: inForce.profile })}
        </p>
      </div>
      <div>
        {proposal.status === 'unsure' && (
          <p className="acc-strong">{t('window.unsure')}</p>
        )}
        <p>{proposal.because}</p>
        <Effect data={data} />
      </div>
      {lags.length > 0 && <LagChart data={data} />}
      {isNew(data) && proposal.windowMs !== undefined && (
        <section aria-label={t('window.annotation')}>
          <h3 className="acc-subhead">{t('window.annotation')}</h3>
          <AnnotationLine windowMs={proposal.windowMs} />
        </section>
      )}
      <section aria-label={t('window.causes')}>
        <h3 className="acc-subhead">{t('window.causes')}</h3>
        {lags.length === 0 ? (
          <EmptySentence>
            {t('window.causesEmpty', { from: formatDate(from) })}
          </EmptySentence>
        ) : (
          <LagTable data={data} />
        )}
      </section>
    </div>
  );
}

function Effect({ data }: { data: AttributionWindowResponse }) {
  const t = useText();
  const { effect } = data;
  if (!effect) return null;
  if (!isNew(data)) return <p>{t('window.same')}</p>;
  return (
    <p>
      {t('window.effect', {
        count: effect.otherwise,
        incidents: String(effect.incidents),
        from: formatDate(effect.from),
      })}
    </p>
  );
}

/** Whether something is proposed that does not hold already. */
function isNew({ proposal, inForce }: AttributionWindowResponse): boolean {
  return (
    proposal.status === 'proposed' && proposal.windowMs !== inForce.windowMs
  );
}
