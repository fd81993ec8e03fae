import { TimelineResponse } from 'backstage-plugin-accountability-common';
import { cutText, useText } from '../../../text';
import { hasCause } from '../../reading';
import { incidentLine } from '../incidentLine';
import { IncidentMark, LABEL_WIDTH, TimelineLayout } from '../layout';
import { NAME_ROOM } from '../layout/incidentMarks';
import { recordName } from '../recordName';
import { UnknownLane } from './UnknownLane';

/** Incidents as bars that hang from their line; one without a known cause is hatched and asks. */
export function IncidentsDrawing(props: {
  layout: TimelineLayout;
  timeline: TimelineResponse;
  hatch: string;
}) {
  const t = useText();
  const { layout, timeline, hatch } = props;
  const { line, marks } = layout.incidents;
  const { right } = layout.scale;
  const collected = timeline.collected.includes('incident');
  return (
    <g>
      <text x="0" y={line + 4} className="acc-svgPrimary">
        {t('timeline.incidents')}
      </text>
      <text x="0" y={line + 19}>
        {collected || marks.length > 0
          ? t('timeline.incidentsHint', { number: String(marks.length) })
          : t('checks.unknownValue')}
      </text>
      <path
        d={`M${LABEL_WIDTH} ${line}H${right}`}
        stroke="var(--acc-mark)"
        strokeWidth="1"
      />
      {!collected && marks.length === 0 && (
        <UnknownLane
          hatch={hatch}
          box={{
            x: LABEL_WIDTH,
            y: line,
            width: right - LABEL_WIDTH,
            height: 32,
          }}
          text={t('timeline.noIncidentSource')}
        />
      )}
      {marks.map(mark => (
        <Bar key={mark.id} mark={mark} hatch={hatch} />
      ))}
    </g>
  );
}

function Bar({ mark, hatch }: { mark: IncidentMark; hatch: string }) {
  const known = hasCause(mark.attribution);
  return (
    <g>
      <rect
        x={mark.x - 4}
        y={mark.y}
        width="8"
        height={mark.length}
        fill={known ? 'var(--acc-mark-negative)' : `url(#${hatch})`}
        stroke={known ? 'none' : 'var(--acc-mark)'}
        strokeDasharray={mark.minutes === undefined ? '3 2' : undefined}
      />
      {!known && <Question x={mark.x} y={mark.y - 12} />}
      {mark.label && <Label mark={mark} />}
    </g>
  );
}

function Question({ x, y }: { x: number; y: number }) {
  return (
    <g>
      <circle
        cx={x}
        cy={y}
        r="7"
        fill="var(--bui-bg-neutral-1)"
        stroke="var(--acc-mark)"
        strokeDasharray="2.6 2.2"
      />
      <text x={x} y={y + 4} textAnchor="middle" className="acc-svgPrimary">
        ?
      </text>
    </g>
  );
}

function Label({ mark }: { mark: IncidentMark }) {
  const t = useText();
  const left = mark.label === 'left';
  const x = left ? mark.x - 9 : mark.x + 9;
  const anchor = left ? 'end' : 'start';
  return (
    <>
      <text
        x={x}
        y={mark.y + 14}
        textAnchor={anchor}
        className="acc-svgPrimary acc-halo"
      >
        {cutText(recordName(mark.record), NAME_ROOM)}
      </text>
      <text x={x} y={mark.y + 29} textAnchor={anchor} className="acc-halo">
        {incidentLine(mark, t)}
      </text>
    </>
  );
}
