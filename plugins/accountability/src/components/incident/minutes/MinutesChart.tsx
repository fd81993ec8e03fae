import { useId, useState } from 'react';
import { IncidentResponse } from 'backstage-plugin-accountability-common';
import { Hatch } from '../../marks';
import { LaneKeys } from '../../timeline/LaneKeys';
import { PopoverShell } from '../../timeline/popover/PopoverShell';
import { ActiveMark } from '../../timeline/useLanes';
import { AlertBars } from './drawing/AlertBars';
import { AnswerMarks } from './drawing/AnswerMarks';
import { DeploymentBars } from './drawing/DeploymentBars';
import { ImpactBand } from './drawing/ImpactBand';
import { IncidentBars } from './drawing/IncidentBars';
import { MinuteAxis } from './drawing/MinuteAxis';
import { MinuteLinks } from './drawing/MinuteLinks';
import { MinutesLayout } from './layoutMinutes';
import { RecordInHand } from './RecordInHand';
import { useMinuteLanes } from './useMinuteLanes';

/** The plot, its lanes as tab stops, and the record in hand below them. */
export function MinutesChart(props: {
  data: IncidentResponse;
  layout: MinutesLayout;
  sentence: string;
}) {
  const { data, layout, sentence } = props;
  const hatch = useId();
  const lanes = useMinuteLanes(layout);
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
            <ImpactBand layout={layout} incident={data.incident} />
            <MinuteAxis layout={layout} />
            <MinuteLinks links={layout.links} />
            <DeploymentBars layout={layout} />
            <AlertBars layout={layout} />
            <IncidentBars layout={layout} data={data} hatch={hatch} />
            <AnswerMarks layout={layout} />
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
          onClose={() => setActive(undefined)}
        >
          <RecordInHand data={data} id={item.id} layout={layout} />
        </PopoverShell>
      )}
    </div>
  );
}
