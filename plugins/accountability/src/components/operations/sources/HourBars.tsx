import { SourceHealth } from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../../text';

const STEP = 4;
const HEIGHT = 32;
/** Where there is nothing to draw but the line itself. */
const EMPTY_HEIGHT = 9;
const HOUR = 3_600_000;
/** An hour with a single delivery is still seen. */
const LEAST = 2;

/** Deliveries hour by hour on a scale of the source's own; a silence that is a gap is underlined. */
export function HourBars(props: { source: SourceHealth; now: number }) {
  const t = useText();
  const { source, now } = props;
  const { perHour, gap } = source;
  const most = Math.max(0, ...perHour);
  const full = most > 0 ? HEIGHT : EMPTY_HEIGHT;
  const last = perHour.length - 1;
  const width = perHour.length * STEP;
  const label = t('sources.hoursSentence', {
    source: source.source,
    total: formatNumber(perHour.reduce((sum, count) => sum + count, 0)),
    most: formatNumber(most),
    current: formatNumber(perHour[last] ?? 0),
    silent: formatNumber(perHour.filter(count => count === 0).length),
  });
  return (
    <div style={{ width }}>
      <svg
        width={width}
        height={full + 4}
        role="img"
        aria-label={label}
        shapeRendering="crispEdges"
      >
        {perHour.map((count, hour) => {
          const height = count > 0 ? Math.max(LEAST, (full * count) / most) : 0;
          return (
            <rect
              key={hour}
              x={hour * STEP}
              y={full - height}
              width={STEP - 1}
              height={height}
              fill={hour === last ? 'var(--acc-mark-soft)' : 'var(--acc-mark)'}
            />
          );
        })}
        <path
          d={`M0 ${full + 0.5}H${width - 1}`}
          stroke="var(--acc-mark-soft)"
        />
        {gap && (
          <Silence from={hourOf(gap.since, now, last)} to={last} y={full} />
        )}
      </svg>
      {most > 0 && (
        <div className="acc-label" aria-hidden>
          {t('sources.hoursMost', { number: formatNumber(most) })}
        </div>
      )}
    </div>
  );
}

function Silence(props: { from: number; to: number; y: number }) {
  const { from, to, y } = props;
  return (
    <rect
      x={from * STEP}
      y={y}
      width={(to - from + 1) * STEP - 1}
      height="3"
      fill="var(--acc-mark-negative)"
    />
  );
}

/** The first whole hour after an instant, as its place among the bars. */
function hourOf(at: number, now: number, last: number): number {
  const back = Math.floor(now / HOUR) - Math.floor(at / HOUR);
  return Math.max(0, Math.min(last, last - back + 1));
}
