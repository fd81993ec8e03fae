import { useId, useRef } from 'react';
import { FactUnit, TrendPoint } from 'backstage-plugin-accountability-common';
import { useElementWidth } from '../../hooks';
import { formatDay, printQuantity, quantity, useText } from '../../text';
import { FactLimit } from '../reading';
import { Hatch } from '../marks';
import { trendShape } from './trendShape';
import { TrendSentence } from './TrendSentence';

const HEIGHT = 44;

/** Ninety days of a fact as one line; hatch where it was unknown, a dotted line at the limit. */
export function Sparkline(props: {
  fact: string;
  unit: FactUnit;
  points: TrendPoint[];
  limit?: FactLimit;
}) {
  const t = useText();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const width = useElementWidth(box, 202);
  const { points, limit, unit } = props;
  const line = typeof limit?.limit === 'number' ? limit.limit : undefined;
  const shape = trendShape(points, { width, height: HEIGHT, limit: line });
  return (
    <>
      <div ref={box} style={{ display: 'block' }}>
        <TrendSentence {...props}>
          {label => (
            <svg width={width} height={HEIGHT} role="img" aria-label={label}>
              <defs>
                <Hatch id={id} />
              </defs>
              {shape.gaps.map(gap => (
                <rect
                  key={gap.x}
                  x={gap.x}
                  width={gap.width}
                  y="4"
                  height={HEIGHT - 8}
                  fill={`url(#${id})`}
                />
              ))}
              {shape.limitY !== undefined && (
                <path
                  d={`M0 ${shape.limitY}H${width}`}
                  stroke="var(--acc-mark)"
                  strokeDasharray="2 3"
                />
              )}
              {shape.lines.map(path => (
                <path
                  key={path}
                  d={path}
                  fill="none"
                  stroke="var(--bui-fg-primary)"
                  strokeWidth="1.5"
                  strokeLinecap="round"
                />
              ))}
              {shape.last && (
                <circle
                  cx={shape.last.x}
                  cy={shape.last.y}
                  r="3"
                  fill="var(--bui-fg-primary)"
                />
              )}
            </svg>
          )}
        </TrendSentence>
      </div>
      <div className="acc-label">
        <span>{points[0] && dayWords(points[0].day)}</span>
        {line !== undefined && limit && (
          <span>
            {t(`checks.${limit.comparison}`, {
              limit: printQuantity(quantity(line, unit)),
            })}
          </span>
        )}
        <span>{t('tile.now')}</span>
      </div>
    </>
  );
}

function dayWords(day: string): string {
  return formatDay(Date.parse(day));
}
