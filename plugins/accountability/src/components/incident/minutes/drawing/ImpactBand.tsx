import { IncidentRecord } from 'backstage-plugin-accountability-common';
import { formatNear, formatSpan, textWidth, useText } from '../../../../text';
import { MinutesLayout } from '../layoutMinutes';

/** The time of the impact through all lanes; without an end it has no right edge. */
export function ImpactBand(props: {
  layout: MinutesLayout;
  incident: IncidentRecord;
}) {
  const t = useText();
  const { layout, incident } = props;
  const { from, to } = layout.incident;
  const { startedAt, endedAt } = incident;
  const words =
    endedAt === undefined
      ? t('minutes.impactGoing', {
          from: formatNear(startedAt, layout.scale.to),
        })
      : t('minutes.impact', {
          from: formatNear(startedAt, endedAt),
          to: formatNear(endedAt, startedAt),
          span: formatSpan(endedAt - startedAt),
        });
  const inside = from + 8 + textWidth(words) < layout.scale.right;
  return (
    <g>
      <rect
        x={from}
        width={to - from}
        height={layout.bottom}
        fill="var(--acc-negative-soft)"
      />
      <path
        d={`M${from} 0V${layout.bottom}`}
        stroke="var(--acc-mark-negative)"
        strokeWidth="1.5"
      />
      {endedAt !== undefined && (
        <path
          d={`M${to} 0V${layout.bottom}`}
          stroke="var(--acc-mark-negative)"
          strokeWidth="1.5"
        />
      )}
      <text
        x={inside ? from + 8 : from - 8}
        y="14"
        textAnchor={inside ? 'start' : 'end'}
        className="acc-svgPrimary"
      >
        {words}
      </text>
    </g>
  );
}
