import { useId, useState } from 'react';
import { TimelineResponse } from 'backstage-plugin-accountability-common';
import { Hatch } from '../marks';
import { AlertsDrawing } from './drawing/AlertsDrawing';
import { AxisDrawing } from './drawing/AxisDrawing';
import { IncidentsDrawing } from './drawing/IncidentsDrawing';
import { LaneDrawing } from './drawing/LaneDrawing';
import { LinksDrawing } from './drawing/LinksDrawing';
import { NoDeployments } from './drawing/NoDeployments';
import { OwnersDrawing } from './drawing/OwnersDrawing';
import { TimelineLayout } from './layout';
import { LaneKeys } from './LaneKeys';
import { MarkPopover } from './popover/MarkPopover';
import { ActiveMark, useLanes } from './useLanes';

/** The plot, the lanes that take keys and pointer, and the popover of the mark in hand. */
export function TimelineChart(props: {
  timeline: TimelineResponse;
  layout: TimelineLayout;
  sentence: string;
}) {
  const { timeline, layout, sentence } = props;
  const hatch = useId();
  const lanes = useLanes(layout);
  const [active, setActive] = useState<ActiveMark>();
  const item = lanes
    .flatMap(lane => lane.items)
    .find(({ id }) => id === active?.id);
  return (
    <div className="acc-timeline">
      <div className="acc-scroll acc-plotScroll">
        <div className="acc-plot" style={{ width: layout.width }}>
          <svg
            width={layout.width}
            height={layout.height}
            viewBox={`0 0 ${layout.width} ${layout.height}`}
            role="img"
            aria-label={sentence}
          >
            <defs>
              <Hatch id={hatch} gap={6} />
            </defs>
            <AxisDrawing layout={layout} zone={timeline.zone} />
            {layout.lanes.map(lane => (
              <LaneDrawing
                key={lane.environment ?? ''}
                lane={lane}
                layout={layout}
                hatch={hatch}
              />
            ))}
            <NoDeployments layout={layout} timeline={timeline} hatch={hatch} />
            <AlertsDrawing layout={layout} timeline={timeline} hatch={hatch} />
            <LinksDrawing links={layout.links} />
            <OwnersDrawing layout={layout} hatch={hatch} />
            <IncidentsDrawing
              layout={layout}
              timeline={timeline}
              hatch={hatch}
            />
            {item && (
              <path
                d={`M${item.x} ${item.y + 10}V${layout.height + 4}`}
                stroke="var(--bui-fg-primary)"
              />
            )}
          </svg>
          {lanes.map(lane => (
            <LaneKeys
              key={lane.key}
              lane={lane}
              active={active}
              onActive={setActive}
            />
          ))}
        </div>
      </div>
      {item && (
        <MarkPopover
          item={item}
          pinned={active?.pinned === true}
          timeline={timeline}
          layout={layout}
          onClose={() => setActive(undefined)}
        />
      )}
    </div>
  );
}
