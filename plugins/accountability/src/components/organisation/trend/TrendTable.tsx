import { Burden } from 'backstage-plugin-accountability-common';
import { formatDay, useText } from '../../../text';
import { percentWords } from '../heat/HeatCell';
import { TrendReading } from './readTrend';

/** The weeks behind the lines, for those who hear them. */
export function TrendTable(props: {
  trends: { burden: Burden; reading: TrendReading }[];
}) {
  const t = useText();
  const days = props.trends[0]?.reading.values ?? [];
  return (
    // A table alone is as wide as its words, and so would be the page.
    <div className="acc-hidden">
      <table>
        <caption>{t('organisationTrend.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('debt.burden')}</th>
            {days.map(({ at }) => (
              <th key={at} scope="col">
                {formatDay(at)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.trends.map(({ burden, reading }) => (
            <tr key={burden}>
              <th scope="row">{t(`burden.${burden}`)}</th>
              {reading.values.map(({ at, value }) => (
                <td key={at}>
                  {value === undefined
                    ? t('heat.unknown')
                    : percentWords(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
