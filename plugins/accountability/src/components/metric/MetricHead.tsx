import { MetricResponse } from 'backstage-plugin-accountability-common';
import {
  formatDate,
  formatNumber,
  printQuantity,
  quantity,
  useText,
} from '../../text';
import { MetricMeaning } from './MetricMeaning';

/** The value with everything it rests on, and its definition in reach. */
export function MetricHead({ metric }: { metric: MetricResponse }) {
  const t = useText();
  const { current, question, environment } = metric;
  const basis = t('metric.basis', {
    n: formatNumber(current.sampleSize),
    from: formatDate(current.window.from),
    to: formatDate(current.window.to),
    environment,
  });
  return (
    <div>
      <p>{question}</p>
      {current.status === 'known' ? (
        <p>
          <span className="acc-big">
            {quantity(current.value, current.unit, t).number}
          </span>{' '}
          <span className="acc-unit">
            {quantity(current.value, current.unit, t).unit}
          </span>
        </p>
      ) : (
        <p className="acc-strong acc-owner">{t('tile.cannot')}</p>
      )}
      <p>{current.because}</p>
      <p className="acc-label">{basis}</p>
      {current.status === 'known' && current.interval && (
        <p className="acc-label">
          {t('tile.range', {
            low: printQuantity(quantity(current.interval.low, current.unit, t)),
            high: printQuantity(
              quantity(current.interval.high, current.unit, t),
            ),
          })}
        </p>
      )}
      <MetricMeaning metric={metric} />
    </div>
  );
}
