import { useRef } from 'react';
import { AttributionWindowResponse } from 'backstage-plugin-accountability-common';
import { useElementWidth } from '../../hooks';
import { formatNumber, formatSpan, useText } from '../../text';
import { placeLags } from './placeLags';
import { WindowLine } from './WindowLine';

const TOP = 40;
const HEIGHT = 84;
const FOOT = 40;
const BASE = TOP + HEIGHT;

/** A dot for every known cause by how long it took to show, with W in force and W as proposed; the interval of the proposal lies behind. */
export function LagChart({ data }: { data: AttributionWindowResponse }) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(320, useElementWidth(box, 740));
  const { proposal, lags, inForce, totalLags } = data;
  const proposed =
    proposal.status === 'proposed' ? proposal.windowMs : undefined;
  const windows = [inForce.windowMs, proposed].filter(ms => ms !== undefined);
  const { x, ticks, dots, end, later } = placeLags(
    lags.map(({ lagMs }) => lagMs),
    { width, height: HEIGHT, windows },
  );
  const { lowMs, highMs } = proposal.interval;
  const words = {
    inForce:
      inForce.windowMs === undefined
        ? t('window.chartNone')
        : t('window.chartInForce', { window: formatSpan(inForce.windowMs) }),
    proposed:
      proposed && t('window.chartProposed', { window: formatSpan(proposed) }),
  };
  const sentence = t('window.chart', {
    n: formatNumber(totalLags),
    windows: [words.inForce, words.proposed].filter(Boolean).join(', '),
  });
  return (
    <div ref={box} className="acc-scroll acc-plot">
      <svg width={width} height={BASE + FOOT} role="img" aria-label={sentence}>
        {proposed !== undefined &&
          lowMs !== undefined &&
          highMs !== undefined && (
            <rect
              x={x(lowMs)}
              y={TOP}
              width={Math.max(1, Math.min(end, x(highMs)) - x(lowMs))}
              height={HEIGHT}
              fill="var(--acc-span-a)"
            />
          )}
        {dots.map((dot, place) => (
          <circle
            key={place}
            cx={dot.x}
            cy={BASE - dot.y}
            r="3"
            fill="var(--acc-mark)"
          />
        ))}
        <path d={`M0 ${BASE + 0.5}H${end}`} stroke="var(--acc-mark)" />
        {ticks.map(ms => (
          <text
            key={ms}
            x={x(ms)}
            y={BASE + 16}
            textAnchor={ms === 0 ? 'start' : 'middle'}
          >
            {ms === 0 ? '0' : formatSpan(ms)}
          </text>
        ))}
        {later > 0 && (
          <text x={width} y={BASE - 4} textAnchor="end">
            {t('window.chartLater', { n: formatNumber(later) })}
          </text>
        )}
        <text x="0" y={BASE + 34}>
          {t('window.axis')}
        </text>
        {inForce.windowMs !== undefined && (
          <WindowLine
            x={x(inForce.windowMs)}
            label={words.inForce}
            row={0}
            {...{ width, base: BASE }}
          />
        )}
        {proposed !== undefined && words.proposed && (
          <WindowLine
            x={x(proposed)}
            label={words.proposed}
            row={1}
            dashed
            {...{ width, base: BASE }}
          />
        )}
      </svg>
    </div>
  );
}
