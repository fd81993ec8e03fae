import { useId, useRef } from 'react';
import { OnCallWeek, Shift } from 'backstage-plugin-accountability-common';
import { useElementWidth } from '../../../hooks';
import { formatDay, formatNumber } from '../../../text';
import { Hatch } from '../../marks';
import { BarsLayout, layoutBars, WeekBar } from './layoutBars';
import { shiftFill } from './shiftFill';

const HEIGHT = 240;
/** Narrower than this, each other week is named. */
const ROOM_FOR_NAMES = 480;

/** Pages a week as stacked bars in three fills, with the healthy limit as a dotted line. */
export function OnCallChart(props: {
  weeks: OnCallWeek[];
  zone: string;
  /** Pages a week, and in words. */
  limit?: { perWeek: number; words: string };
  /** What it shows, as a sentence. */
  label: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const width = useElementWidth(box, 560);
  const id = useId();
  const { weeks, zone, limit, label } = props;
  const layout = layoutBars(weeks, {
    ...{ width, height: HEIGHT },
    limit: limit?.perWeek,
  });
  const every = width < ROOM_FOR_NAMES ? 2 : 1;
  return (
    <div ref={box}>
      <svg
        className="acc-onCall"
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={label}
      >
        <defs>
          <Hatch id={`${id}-evening`} gap={4} />
        </defs>
        <Scale layout={layout} />
        {layout.bars.map((bar, place) => (
          <Bar
            key={bar.week.from}
            bar={bar}
            bottom={layout.bottom}
            fill={shift => shiftFill(shift, id)}
            name={
              place % every === 0 ? formatDay(bar.week.from, zone) : undefined
            }
          />
        ))}
        {limit && layout.limitY !== undefined && (
          <g>
            <line
              x1={layout.left}
              x2={layout.right}
              y1={layout.limitY}
              y2={layout.limitY}
              stroke="var(--bui-fg-primary)"
              strokeDasharray="2 3"
            />
            <text x={layout.right} y={12} textAnchor="end">
              {limit.words}
            </text>
          </g>
        )}
      </svg>
    </div>
  );
}

function Scale({ layout }: { layout: BarsLayout }) {
  return (
    <>
      {layout.ticks.map(({ y, label }) => (
        <g key={label}>
          <line
            x1={layout.left}
            x2={layout.right}
            y1={y}
            y2={y}
            stroke="var(--acc-grid)"
          />
          <text x={layout.left - 8} y={y + 4} textAnchor="end">
            {formatNumber(label)}
          </text>
        </g>
      ))}
    </>
  );
}

function Bar(props: {
  bar: WeekBar;
  bottom: number;
  fill(shift: Shift): string;
  name?: string;
}) {
  const { bar, bottom, fill, name } = props;
  const middle = bar.x + bar.width / 2;
  return (
    <g>
      {bar.parts.map(({ shift, y, height }) => (
        <rect
          key={shift}
          x={bar.x}
          y={y}
          width={bar.width}
          height={height}
          fill={fill(shift)}
          stroke={height > 0 ? 'var(--acc-mark)' : 'none'}
        />
      ))}
      <text x={middle} y={bar.top - 6} textAnchor="middle">
        {formatNumber(bar.total)}
      </text>
      {name && (
        <text x={middle} y={bottom + 18} textAnchor="middle">
          {name}
        </text>
      )}
    </g>
  );
}
