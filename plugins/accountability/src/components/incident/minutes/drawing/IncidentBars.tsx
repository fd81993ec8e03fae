import { IncidentResponse } from 'backstage-plugin-accountability-common';
import {
  cutText,
  formatNear,
  Text,
  textWidth,
  useText,
} from '../../../../text';
import { LABEL_WIDTH } from '../../../timeline/layout';
import { recordName } from '../../../timeline/recordName';
import { IncidentSegment } from '../incidentSegments';
import { INCIDENT, MinutesLayout } from '../layoutMinutes';
import { LaneName } from './LaneName';

const NAME_ROOM = LABEL_WIDTH - 10;

/** The incident: hatched until it was seen, hollow until it was answered, then filled; below it what else broke meanwhile. */
export function IncidentBars(props: {
  layout: MinutesLayout;
  data: IncidentResponse;
  hatch: string;
}) {
  const t = useText();
  const { layout, data, hatch } = props;
  const { line, segments } = layout.incident;
  return (
    <g>
      <LaneName
        y={line + 13}
        name={t('minutes.incident')}
        about={cutText(recordName(data.incident), NAME_ROOM)}
      />
      {segments.map(segment => (
        <Stretch key={segment.from} segment={segment} y={line} hatch={hatch} />
      ))}
      {labelsOf(layout, t).map(({ x, text, anchor }) => (
        <text
          key={`${x} ${text}`}
          x={x}
          y={line + INCIDENT + 15}
          textAnchor={anchor}
          className="acc-svgPrimary"
        >
          {text}
        </text>
      ))}
      {layout.others.map(({ record, y, segments: stretches }) => (
        <g key={record.id}>
          <text x="0" y={y + 12}>
            {cutText(recordName(record), NAME_ROOM)}
          </text>
          {stretches.map(segment => (
            <Stretch
              key={segment.from}
              segment={segment}
              y={y}
              hatch={hatch}
              quiet
            />
          ))}
        </g>
      ))}
    </g>
  );
}

function Stretch(props: {
  segment: IncidentSegment;
  y: number;
  hatch: string;
  /** Another incident. */
  quiet?: boolean;
}) {
  const { segment, y, hatch, quiet } = props;
  const { kind, x, width, going } = segment;
  const colour = quiet ? 'var(--acc-mark)' : 'var(--acc-mark-negative)';
  if (kind === 'closed') {
    return (
      <path
        d={`M${x} ${y + INCIDENT / 2}h${width}`}
        stroke={colour}
        strokeDasharray="2 3"
      />
    );
  }
  const fills = {
    unseen: `url(#${hatch})`,
    open: 'var(--bui-bg-neutral-1)',
    answered: colour,
  };
  return (
    <rect
      x={x}
      y={quiet ? y + 3 : y}
      width={width}
      height={quiet ? INCIDENT - 8 : INCIDENT}
      rx="1"
      fill={fills[kind]}
      stroke={colour}
      strokeWidth="1.5"
      strokeDasharray={going ? '4 3' : undefined}
    />
  );
}

/** Words under the stretches, left to right; one that would meet the word before it is left to the table. */
function labelsOf({ incident, scale }: MinutesLayout, t: Text) {
  const { right } = scale;
  const { segments } = incident;
  const start = segments[0]?.from ?? scale.from;
  let taken = -Infinity;
  return segments.flatMap(({ kind, x, from, to, going }) => {
    if (kind === 'closed') return [];
    const word = kind === 'answered' && going ? 'answeredGoing' : kind;
    const until = going ? '' : formatNear(to, from);
    const text = t(`minuteStretch.${word}`, {
      from: formatNear(from, start),
      until,
    });
    const needs = textWidth(text);
    const left = Math.min(x, right - needs);
    if (left < taken) return [];
    taken = left + needs + 10;
    return [{ x: left, text, anchor: 'start' as const }];
  });
}
