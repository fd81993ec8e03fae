import { useApi } from '@backstage/frontend-plugin-api';
import { MetricResponse } from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../api';
import { usePolled } from '../../hooks';
import { useText } from '../../text';
import { EmptySentence } from '../states';
import { BenchmarkList } from './BenchmarkList';
import { Histogram } from './Histogram';
import { MetricHead } from './MetricHead';
import { MetricSeries } from './MetricSeries';
import { MetricValues } from './MetricValues';
import { QuantileList } from './QuantileList';
import { RetoldSection } from './RetoldSection';
import { retoldPoints } from './retoldPoints';

/** Value and definition, how single values spread, how the value moved and was told again, what others answer, and every record behind it. */
export function MetricPanel(props: {
  entityRef: string;
  metric: MetricResponse;
  /** The past instant that the panel speaks of. */
  at?: number;
}) {
  const t = useText();
  const api = useApi(accountabilityApiRef);
  const { entityRef, metric, at } = props;
  const { current, series, asOf } = metric;
  const fact = current.id;
  const from = series[0]?.at;
  const revisions = usePolled(
    () => api.getRevisions(entityRef, fact, { from, to: asOf, at }),
    { key: `${entityRef} ${fact} ${from} ${asOf} ${at}` },
  );
  const retold = retoldPoints(metric, revisions.data?.days ?? []);
  const distribution =
    current.status === 'known' ? current.distribution : undefined;
  return (
    <>
      <MetricHead metric={metric} />
      {distribution && (
        <section aria-label={t('metric.spread')}>
          <h3 className="acc-subhead">{t('metric.spread')}</h3>
          <Histogram distribution={distribution} unit={current.unit} />
          <QuantileList distribution={distribution} unit={current.unit} />
        </section>
      )}
      <section aria-label={t('metric.past')}>
        <h3 className="acc-subhead">{t('metric.past')}</h3>
        {metric.series.length === 0 ? (
          <EmptySentence>{t('metric.noPast')}</EmptySentence>
        ) : (
          <MetricSeries metric={metric} retold={retold} />
        )}
        {retold.length > 0 && (
          <p className="acc-label">
            {t('metric.retoldMark', { count: retold.length })}
          </p>
        )}
      </section>
      <RetoldSection revisions={revisions} metric={metric} at={at} />
      <BenchmarkList benchmarks={metric.benchmarks} />
      <section aria-label={t('metric.values')}>
        <h3 className="acc-subhead">{t('metric.values')}</h3>
        <MetricValues entityRef={entityRef} metric={metric} at={at} />
      </section>
    </>
  );
}
