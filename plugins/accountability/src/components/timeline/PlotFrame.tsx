import { ReactNode, useId, useRef, useState } from 'react';
import { Hatch } from '../marks';
import { LaneKeys } from './LaneKeys';
import { PopoverShell } from './popover/PopoverShell';
import { ActiveMark, KeyLane, LaneItem } from './useLanes';

/** What every chart of lanes has: the plot, lanes that take keys and pointer, and the popover of the mark in hand. */
export function PlotFrame(props: {
  layout: { width: number; height: number };
  /** What the chart shows, in one sentence. */
  sentence: string;
  lanes: KeyLane[];
  /** Draws the lanes; given the id of the hatch, and the mark in hand. */
  draw(hatch: string, item: LaneItem | undefined): ReactNode;
  /** What is known of the mark in hand. */
  tell(item: LaneItem): ReactNode;
}) {
  const { layout, sentence, lanes, draw, tell } = props;
  const { width, height } = layout;
  const hatch = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<ActiveMark>();
  const item = lanes
    .flatMap(lane => lane.items)
    .find(({ id }) => id === active?.id);
  return (
    <div className="acc-timeline">
      <div ref={scroller} className="acc-scroll acc-plotScroll">
        <div className="acc-plot" style={{ width }}>
          <svg
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
            role="img"
            aria-label={sentence}
          >
            <defs>
              <Hatch id={hatch} gap={6} />
            </defs>
            {draw(hatch, item)}
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
        <PopoverShell
          item={item}
          pinned={active?.pinned === true}
          plot={layout}
          scrolled={scroller.current?.scrollLeft ?? 0}
          onClose={() => setActive(undefined)}
        >
          {tell(item)}
        </PopoverShell>
      )}
    </div>
  );
}
