import { useId, useRef } from 'react';
import { MetricResponse } from 'backstage-plugin-accountability-common';
import { useElementWidth } from '../../hooks';
import {
  formatDate,
  formatNumber,
  printQuantity,
  quantity,
  useText,
} from '../../text';
import { Hatch, trendShape } from '../marks';
import { RetoldMarks } from './RetoldMarks';
import { SeriesTable } from './SeriesTable';

const HEIGHT = 130;
/** Under the axis, for marks. */
const MARKS = 8;

/** The value at the ends of past windows, from zero; hatch where it was unknown, and the line never goes over it. */
export function MetricSeries(props: {
  metric: MetricResponse;
  /** Places of the points whose day was told again since. */
  retold: number[];
}) {
  const t = useText();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(320, useElementWidth(box, 740));
  const { metric, retold } = props;
  const { series, current, windowDays } = metric;
  const { lines, gaps, last } = trendShape(series, { width, height: HEIGHT });
  const print = (value: number) =>
    printQuantity(quantity(value, current.unit, t));
  const values = series.flatMap(({ value }) => value ?? []);
  const [first] = series;
  const final = series[series.length - 1];
  const sentence = t('metric.pastSentence', {
    windows: formatNumber(series.length),
    days: String(windowDays),
    unknown: formatNumber(series.length - values.length),
  });
  return (
    <>
      <div ref={box} className="acc-scroll acc-plot">
        {values.length > 0 && (
          <p className="acc-label">
            {t('metric.highest', { value: print(Math.max(...values)) })}
          </p>
        )}
        <svg
          width={width}
          height={HEIGHT + MARKS}
          role="img"
          aria-label={sentence}
        >
          <defs>
            <Hatch id={id} />
          </defs>
          {gaps.map(gap => (
            <rect
              key={gap.x}
              x={gap.x}
              width={gap.width}
              height={HEIGHT - 4}
              fill={`url(#${id})`}
            />
          ))}
          <path d={`M0 ${HEIGHT - 3.5}H${width}`} stroke="var(--acc-grid)" />
          <RetoldMarks
            places={retold}
            points={series.length}
            width={width}
            base={HEIGHT - 4}
          />
          {lines.map(path => (
            <path
              key={path}
              d={path}
              fill="none"
              stroke="var(--bui-fg-primary)"
              strokeWidth="1.5"
              strokeLinecap="round"
            />
          ))}
          {last && (
            <circle
              cx={last.x}
              cy={last.y}
              r="3.5"
              fill="var(--bui-fg-primary)"
            />
          )}
        </svg>
        <div className="acc-label acc-ends">
          <span>{formatDate(first.at)}</span>
          <span>
            {t('metric.lowest', {
              value: print(Math.min(0, ...values)),
            })}
          </span>
          <span>{formatDate(final.at)}</span>
        </div>
      </div>
      <SeriesTable metric={metric} retold={retold} />
    </>
  );
}
