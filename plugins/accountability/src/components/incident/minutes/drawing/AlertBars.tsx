import { cutText, textWidth, useText } from '../../../../text';
import { recordName } from '../../../timeline/recordName';
import { ALERT, MinutesLayout } from '../layoutMinutes';
import { LaneName } from './LaneName';

const NAME_ROOM = 300;
const GAP = 8;

/** Each alert from its firing to its end; one that goes on has a dashed frame. */
export function AlertBars({ layout }: { layout: MinutesLayout }) {
  const t = useText();
  const { bars, all, top } = layout.alerts;
  const { right } = layout.scale;
  return (
    <g>
      <LaneName
        y={top + 13}
        name={t('timeline.alerts')}
        about={
          all.length === 0
            ? t('minutes.noAlert')
            : t('minutes.alerts', { count: all.length })
        }
      />
      {bars.map(({ record, x, y, width }) => {
        const name = cutText(recordName(record), NAME_ROOM);
        const place = placeWords({ x, width, needs: textWidth(name), right });
        return (
          <g key={record.id}>
            <rect
              x={x}
              y={y}
              width={width}
              height={ALERT}
              rx="2"
              fill="var(--bui-bg-neutral-1)"
              stroke="var(--acc-mark)"
              strokeWidth="1.5"
              strokeDasharray={record.endedAt === undefined ? '3 2' : undefined}
            />
            <text
              x={place.x}
              y={y + 13}
              textAnchor={place.anchor}
              className="acc-svgPrimary acc-halo"
            >
              {name}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Inside the bar where there is room, else right of it, else left of it. */
function placeWords(given: {
  x: number;
  width: number;
  needs: number;
  right: number;
}) {
  const { x, width, needs, right } = given;
  const end = x + width;
  if (needs + 2 * GAP <= width) return { x: x + GAP, anchor: 'start' as const };
  return end + GAP + needs <= right
    ? { x: end + GAP, anchor: 'start' as const }
    : { x: x - GAP, anchor: 'end' as const };
}
