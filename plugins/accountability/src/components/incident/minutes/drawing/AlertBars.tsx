import { useText } from '../../../../text';
import { recordName } from '../../../timeline/recordName';
import { ALERT, MinutesLayout } from '../layoutMinutes';
import { LaneName } from './LaneName';

const LETTERS = 44;

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
        const near = x > right - 220;
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
              x={near ? x - 8 : x + 8}
              y={y + 13}
              textAnchor={near ? 'end' : 'start'}
              className="acc-svgPrimary"
            >
              {recordName(record).slice(0, LETTERS)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
