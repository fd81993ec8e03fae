import { TimelineResponse } from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { LABEL_WIDTH, TimelineLayout } from '../layout';
import { UnknownLane } from './UnknownLane';

/** Alerts a week as bars; hatch where no alert was ever collected, or none since its source went quiet: that is not zero. */
export function AlertsDrawing(props: {
  layout: TimelineLayout;
  timeline: TimelineResponse;
  hatch: string;
}) {
  const t = useText();
  const { layout, timeline, hatch } = props;
  const { line, height, bars } = layout.alerts;
  const { right, to, x } = layout.scale;
  const quiet = timeline.quiet.find(({ kind }) => kind === 'alert');
  const silentFrom = quiet && x(quiet.since);
  const collected = timeline.collected.includes('alert');
  return (
    <g>
      <text x="0" y={line - 15} className="acc-svgPrimary">
        {t('timeline.alerts')}
      </text>
      <text x="0" y={line}>
        {t('timeline.perWeek')}
      </text>
      {collected ? (
        bars.map(bar => (
          <rect
            key={bar.from}
            x={bar.x}
            y={line - bar.height}
            width={bar.width}
            height={bar.height}
            fill="var(--acc-mark-soft)"
          />
        ))
      ) : (
        <UnknownLane
          hatch={hatch}
          box={{
            x: LABEL_WIDTH,
            y: line - height,
            width: right - LABEL_WIDTH,
            height,
          }}
          text={t('timeline.neverCollected')}
        />
      )}
      {collected && silentFrom !== undefined && quiet && quiet.since < to && (
        <g>
          <title>{quiet.because}</title>
          <UnknownLane
            hatch={hatch}
            box={{
              x: silentFrom,
              y: line - height,
              width: right - silentFrom,
              height,
            }}
            text={
              right - silentFrom > 180
                ? t('timeline.quiet', { source: quiet.source })
                : ''
            }
          />
        </g>
      )}
      <path d={`M${LABEL_WIDTH} ${line}H${right}`} stroke="var(--acc-grid)" />
    </g>
  );
}
