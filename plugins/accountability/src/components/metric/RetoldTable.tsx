import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  DayValue,
  FactUnit,
  MetricResponse,
  RetoldDay,
} from 'backstage-plugin-accountability-common';
import {
  formatDate,
  formatInstant,
  printQuantity,
  quantity,
  Text,
  useText,
} from '../../text';

const STEP = 10;

/** A row for each earlier value of each day; as of a past instant also what the day said then. */
export function RetoldTable(props: {
  days: RetoldDay[];
  metric: Pick<MetricResponse, 'current' | 'ownWindowDays'>;
  at?: number;
}) {
  const t = useText();
  const { days, metric, at } = props;
  const [shown, setShown] = useState(STEP);
  return (
    <>
      <div className="acc-scroll">
        <table className="acc-table" aria-label={t('metric.retold')}>
          <thead>
            <tr>
              <th>{t('metric.retoldDay')}</th>
              <th>{t('metric.retoldSaid')}</th>
              <th>{t('metric.retoldUntil')}</th>
              {at !== undefined && (
                <th>{t('metric.retoldThen', { at: formatInstant(at) })}</th>
              )}
              <th>{t('metric.retoldNow')}</th>
            </tr>
          </thead>
          <tbody>
            {days.slice(0, shown).map(day => (
              <DayRows
                key={day.day}
                day={day}
                unit={metric.current.unit}
                past={at !== undefined}
              />
            ))}
          </tbody>
        </table>
      </div>
      {shown < days.length && (
        <Button
          variant="secondary"
          onPress={() => setShown(count => count + STEP * 5)}
        >
          {t('more')}
        </Button>
      )}
    </>
  );
}

function DayRows(props: { day: RetoldDay; unit: FactUnit; past: boolean }) {
  const t = useText();
  const { unit, past } = props;
  const { day, earlier, now, then } = props.day;
  const rows = earlier.length;
  return (
    <>
      {earlier.map((said, place) => (
        <tr key={said.stoodUntil}>
          {place === 0 && (
            <th scope="rowgroup" rowSpan={rows} className="acc-nowrap">
              {formatDate(Date.parse(day))}
            </th>
          )}
          <td>{inWords(said, unit, t)}</td>
          <td className="acc-nowrap">{formatInstant(said.stoodUntil)}</td>
          {place === 0 && past && (
            <td rowSpan={rows}>{then && inWords(then, unit, t)}</td>
          )}
          {place === 0 && (
            <td rowSpan={rows} className="acc-strong">
              {now ? inWords(now, unit, t) : t('metric.retoldGone')}
            </td>
          )}
        </tr>
      ))}
    </>
  );
}

function inWords({ value, reason }: DayValue, unit: FactUnit, t: Text): string {
  if (value !== undefined) return printQuantity(quantity(value, unit, t));
  return t('metric.unknownDay', { reason: reason ?? t('metric.noReason') });
}
