import { MetricResponse } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { EmptySentence } from '../states';
import { BenchmarkList } from './BenchmarkList';
import { Histogram } from './Histogram';
import { MetricHead } from './MetricHead';
import { MetricSeries } from './MetricSeries';
import { MetricValues } from './MetricValues';
import { QuantileList } from './QuantileList';

/** Value and definition, how single values spread, how the value moved, what others answer, and every record behind it. */
export function MetricPanel(props: {
  entityRef: string;
  metric: MetricResponse;
}) {
  const t = useText();
  const { entityRef, metric } = props;
  const { current } = metric;
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
          <MetricSeries metric={metric} />
        )}
      </section>
      <BenchmarkList benchmarks={metric.benchmarks} />
      <section aria-label={t('metric.values')}>
        <h3 className="acc-subhead">{t('metric.values')}</h3>
        <MetricValues entityRef={entityRef} metric={metric} />
      </section>
    </>
  );
}
