import { MetricResponse } from 'backstage-plugin-accountability-common';
import {
  formatDate,
  formatNumber,
  printQuantity,
  quantity,
  useText,
} from '../../text';

/** The same as the line, window by window, as a table that only screen readers meet. */
export function SeriesTable(props: {
  metric: MetricResponse;
  retold: number[];
}) {
  const t = useText();
  const { metric, retold } = props;
  const { series, current } = metric;
  return (
    <div className="acc-hidden">
      <table>
        <caption>{t('metric.pastCaption')}</caption>
        <thead>
          <tr>
            <th>{t('metric.end')}</th>
            <th>{t('facts.value')}</th>
            <th>{t('metric.n')}</th>
          </tr>
        </thead>
        <tbody>
          {series.map(({ at, value, reason, sampleSize }, place) => (
            <tr key={at}>
              <th scope="row">{formatDate(at)}</th>
              <td>
                {value === undefined
                  ? t('checks.unknownBecause', {
                      because: reason ?? t('metric.noReason'),
                    })
                  : printQuantity(quantity(value, current.unit, t))}
                {retold.includes(place) && `, ${t('metric.retoldPoint')}`}
              </td>
              <td>{formatNumber(sampleSize)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
