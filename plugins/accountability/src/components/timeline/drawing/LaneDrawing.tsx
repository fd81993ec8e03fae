import { useText } from '../../../text';
import { DeploymentLane, LABEL_WIDTH, TimelineLayout } from '../layout';
import { laneName } from '../useLanes';
import { MarkDrawing } from './MarkDrawing';

/** One environment: its name, its line and its deployments; the unknown environment on hatch. */
export function LaneDrawing(props: {
  lane: DeploymentLane;
  layout: TimelineLayout;
  hatch: string;
}) {
  const t = useText();
  const { lane, layout, hatch } = props;
  const { right } = layout.scale;
  const unknown = lane.environment === undefined;
  const hint =
    lane.bars.length > 0
      ? t('timeline.perDayBars', { number: String(lane.count) })
      : t('timeline.deployments', { count: lane.count });
  return (
    <g>
      <text x="0" y={lane.baseline - 18} className="acc-svgPrimary">
        {laneName(lane, t)}
      </text>
      <text x="0" y={lane.baseline - 3}>
        {unknown ? t('timeline.unknownEnvironmentHint') : hint}
      </text>
      {unknown && (
        <rect
          x={LABEL_WIDTH}
          y={lane.top}
          width={right - LABEL_WIDTH}
          height={lane.height}
          fill={`url(#${hatch})`}
          opacity="0.5"
        />
      )}
      <path
        d={`M${LABEL_WIDTH} ${lane.baseline}H${right}`}
        stroke="var(--acc-grid)"
      />
      {lane.bars.map(bar => (
        <rect
          key={bar.id}
          x={bar.x}
          y={bar.y}
          width={bar.width}
          height={bar.height}
          fill={
            bar.failed > 0 ? 'var(--acc-mark-negative)' : 'var(--acc-mark-soft)'
          }
        />
      ))}
      {lane.marks.map(mark => (
        <MarkDrawing
          key={mark.id}
          shape={mark.shape}
          x={mark.x}
          y={mark.y}
          large={lane.production}
        />
      ))}
    </g>
  );
}
