import { RevisionsResponse } from 'backstage-plugin-accountability-common';
import { formatDate, useText } from '../../text';
import { Polled } from '../../hooks';
import { Answer, EmptySentence } from '../states';
import { RetoldTable } from './RetoldTable';

/** Days of a fact whose value was replaced since: what they said before, until when, and what they say now. */
export function RetoldSection(props: {
  revisions: Polled<RevisionsResponse>;
  metric: Parameters<typeof RetoldTable>[0]['metric'];
  /** The past instant that the panel speaks of. */
  at?: number;
}) {
  const t = useText();
  const { revisions, metric, at } = props;
  const { ownWindowDays } = metric;
  return (
    <section aria-label={t('metric.retold')}>
      <h3 className="acc-subhead">{t('metric.retold')}</h3>
      <p className="acc-label">
        {ownWindowDays === 0
          ? t('metric.retoldLeadNow')
          : t('metric.retoldLead', { days: String(ownWindowDays) })}
      </p>
      <Answer polled={revisions} what={t('metric.retold')} boxes={[60]}>
        {({ days, from, to, truncated }) =>
          days.length === 0 ? (
            <EmptySentence>
              {t('metric.retoldNone', {
                from: formatDate(Date.parse(from)),
                to: formatDate(Date.parse(to)),
              })}
            </EmptySentence>
          ) : (
            <>
              <RetoldTable days={days} metric={metric} at={at} />
              {truncated && (
                <p className="acc-label">{t('metric.retoldCut')}</p>
              )}
            </>
          )
        }
      </Answer>
    </section>
  );
}
