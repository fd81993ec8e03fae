import { formatDay } from '../../../text';
import { TimelineLayout } from '../layout';

/** Mondays as quiet lines through all lanes. */
export function AxisDrawing(props: { layout: TimelineLayout; zone: string }) {
  const { layout, zone } = props;
  const bottom = layout.alerts.line;
  const atEdge = (x: number) => x > layout.scale.right - 22;
  return (
    <g>
      {layout.ticks.map(({ at, x }) => (
        <g key={at}>
          <path d={`M${x} 36V${bottom}`} stroke="var(--acc-grid)" />
          <text
            x={atEdge(x) ? layout.scale.right : x}
            y={bottom + 18}
            textAnchor={atEdge(x) ? 'end' : 'middle'}
          >
            {formatDay(at, zone)}
          </text>
        </g>
      ))}
    </g>
  );
}
