import { formatDay, formatTime } from '../../../../text';
import { MinutesLayout } from '../layoutMinutes';

/** Round minutes as quiet lines through all lanes; midnight shows its day. */
export function MinuteAxis({ layout }: { layout: MinutesLayout }) {
  const { ticks, bottom, scale } = layout;
  return (
    <g>
      {ticks.map(({ at, x, isDay }) => (
        <g key={at}>
          <path d={`M${x} 20V${bottom}`} stroke="var(--acc-grid)" />
          <text
            x={Math.min(x, scale.right)}
            y={bottom + 17}
            textAnchor={x > scale.right - 22 ? 'end' : 'middle'}
          >
            {isDay ? formatDay(at) : formatTime(at)}
          </text>
        </g>
      ))}
    </g>
  );
}
