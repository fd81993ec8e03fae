import { Distribution, FactUnit } from 'backstage-plugin-accountability-common';
import { printQuantity, quantity, useText } from '../../text';

const shown = ['min', 'p25', 'p50', 'p75', 'p90', 'p95', 'max'] as const;

/** The quantiles in numbers, not only the median. */
export function QuantileList(props: {
  distribution: Distribution;
  unit: FactUnit;
}) {
  const t = useText();
  const { distribution, unit } = props;
  return (
    <dl className="acc-quantiles" aria-label={t('metric.quantiles')}>
      {shown.map(name => (
        <div key={name}>
          <dt className="acc-label">{t(`quantile.${name}`)}</dt>
          <dd>{printQuantity(quantity(distribution[name], unit, t))}</dd>
        </div>
      ))}
    </dl>
  );
}
