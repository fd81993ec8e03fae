import { useId, useRef } from 'react';
import { useElementWidth } from '../../../hooks';
import { Hatch } from '../../marks';
import { trendShape } from '../../service/trendShape';

const HEIGHT = 32;

/** Until it is measured, px. */
const INITIAL_WIDTH = 140;

/** One burden's weeks as a line from zero to the highest share of all five; hatch where nothing was known. */
export function TrendLine(props: {
  values: { value?: number }[];
  /** The highest share of all lines, percent. */
  highest: number;
  label: string;
}) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const width = useElementWidth(box, INITIAL_WIDTH);
  const { values, highest, label } = props;
  const shape = trendShape(values, {
    width,
    height: HEIGHT,
    limit: highest,
  });
  return (
    <div ref={box}>
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
        <path d={`M0 ${HEIGHT - 4}H${width}`} stroke="var(--acc-grid)" />
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
    </div>
  );
}
