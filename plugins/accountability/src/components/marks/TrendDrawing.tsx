import { useId } from 'react';
import { Hatch } from './Hatch';
import { TrendShape } from './trendShape';

/** A trend as it is drawn everywhere: lines where something was known, hatch where nothing was, the last value marked. */
export function TrendDrawing(props: {
  shape: TrendShape;
  width: number;
  height: number;
  /** What a reader of the screen says. */
  label: string;
  /** Draws the ground line, where there is no limit to hold the line against. */
  ground?: boolean;
}) {
  const id = useId();
  const { shape, width, height, label, ground } = props;
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      <defs>
        <Hatch id={id} />
      </defs>
      {shape.gaps.map(gap => (
        <rect
          key={gap.x}
          x={gap.x}
          width={gap.width}
          y="4"
          height={height - 8}
          fill={`url(#${id})`}
        />
      ))}
      {ground && (
        <path d={`M0 ${height - 4}H${width}`} stroke="var(--acc-grid)" />
      )}
      {!ground && shape.limitY !== undefined && (
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
  );
}
