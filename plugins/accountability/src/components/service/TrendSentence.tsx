import { ReactNode } from 'react';
import { FactUnit, TrendPoint } from 'backstage-plugin-accountability-common';
import { formatDay, printQuantity, quantity, useText } from '../../text';
import { FactLimit } from '../reading';

/** The trend in one sentence, for those who do not see the line. */
export function TrendSentence(props: {
  fact: string;
  unit: FactUnit;
  points: TrendPoint[];
  limit?: FactLimit;
  children: (sentence: string) => ReactNode;
}) {
  const t = useText();
  const { fact, unit, points, limit } = props;
  const values = points.flatMap(({ value }) => value ?? []);
  const print = (value: number) => printQuantity(quantity(value, unit, t));
  if (values.length === 0) {
    return <>{props.children(t('tile.trendUnknown', { fact }))}</>;
  }
  const words =
    typeof limit?.limit === 'number'
      ? `, ${t(`checks.${limit.comparison}`, { limit: print(limit.limit) })}`
      : '';
  return (
    <>
      {props.children(
        t('tile.trend', {
          fact,
          from: formatDay(Date.parse(points[0].day)),
          to: formatDay(Date.parse(points[points.length - 1].day)),
          first: print(values[0]),
          last: print(values[values.length - 1]),
          limit: words,
          unknown: String(points.length - values.length),
          days: String(points.length),
        }),
      )}
    </>
  );
}
