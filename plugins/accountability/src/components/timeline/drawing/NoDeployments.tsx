import { TimelineResponse } from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { LABEL_WIDTH, TimelineLayout } from '../layout';
import { UnknownLane } from './UnknownLane';

/** The lane of production where there is nothing to draw: empty if deployments are collected, hatched if they never were. */
export function NoDeployments(props: {
  layout: TimelineLayout;
  timeline: TimelineResponse;
  hatch: string;
}) {
  const t = useText();
  const { layout, timeline, hatch } = props;
  const { right } = layout.scale;
  const top = layout.lanesTop;
  const baseline = top + layout.emptyLane;
  const collected = timeline.collected.includes('deployment');
  if (layout.lanes.length > 0) return null;
  return (
    <g>
      <text x="0" y={baseline - 18} className="acc-svgPrimary">
        {t('timeline.production')}
      </text>
      <text x="0" y={baseline - 3}>
        {collected
          ? t('timeline.deployments', { count: 0 })
          : t('checks.unknownValue')}
      </text>
      {!collected && (
        <UnknownLane
          hatch={hatch}
          box={{
            x: LABEL_WIDTH,
            y: top + 12,
            width: right - LABEL_WIDTH,
            height: 32,
          }}
          text={t('timeline.noDeploymentSource')}
        />
      )}
      <path
        d={`M${LABEL_WIDTH} ${baseline}H${right}`}
        stroke="var(--acc-grid)"
      />
    </g>
  );
}
