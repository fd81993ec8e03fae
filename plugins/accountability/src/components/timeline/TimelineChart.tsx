import { TimelineResponse } from 'backstage-plugin-accountability-common';
import { AlertsDrawing } from './drawing/AlertsDrawing';
import { AxisDrawing } from './drawing/AxisDrawing';
import { IncidentsDrawing } from './drawing/IncidentsDrawing';
import { LaneDrawing } from './drawing/LaneDrawing';
import { LinksDrawing } from './drawing/LinksDrawing';
import { NoDeployments } from './drawing/NoDeployments';
import { OwnersDrawing } from './drawing/OwnersDrawing';
import { TimelineLayout } from './layout';
import { PlotFrame } from './PlotFrame';
import { MarkEvidence } from './popover/MarkEvidence';
import { useLanes } from './useLanes';

/** The timeline as a chart: owners, deployments, what they broke, and alerts. */
export function TimelineChart(props: {
  timeline: TimelineResponse;
  layout: TimelineLayout;
  sentence: string;
}) {
  const { timeline, layout, sentence } = props;
  const lanes = useLanes(layout);
  return (
    <PlotFrame
      layout={layout}
      sentence={sentence}
      lanes={lanes}
      tell={item => (
        <MarkEvidence item={item} timeline={timeline} layout={layout} />
      )}
      draw={(hatch, item) => {
        const drawn = { layout, timeline, hatch };
        return (
          <>
            <AxisDrawing layout={layout} zone={timeline.zone} />
            {layout.lanes.map(lane => (
              <LaneDrawing
                key={lane.environment ?? ''}
                lane={lane}
                layout={layout}
                hatch={hatch}
              />
            ))}
            <NoDeployments {...drawn} />
            <AlertsDrawing {...drawn} />
            <LinksDrawing links={layout.links} />
            <OwnersDrawing layout={layout} hatch={hatch} />
            <IncidentsDrawing {...drawn} />
            {item && (
              <path
                d={`M${item.x} ${item.y + 10}V${layout.height + 4}`}
                stroke="var(--bui-fg-primary)"
              />
            )}
          </>
        );
      }}
    />
  );
}
