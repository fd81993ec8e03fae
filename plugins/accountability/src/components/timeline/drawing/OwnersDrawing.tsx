import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { formatDate, formatDay, textWidth, useText } from '../../../text';
import { TimelineLayout } from '../layout';
import { OwnerBand } from '../layout/ownerBands';

const HEIGHT = 26;

/** Who owned the service when: a band on top, and a line through all lanes where it changed hands. */
export function OwnersDrawing(props: {
  layout: TimelineLayout;
  hatch: string;
}) {
  const t = useText();
  const { layout, hatch } = props;
  return (
    <g>
      <text x="0" y="17" className="acc-svgPrimary">
        {t('timeline.owner')}
      </text>
      {layout.bands.map((band, index) => (
        <g key={band.from}>
          <rect
            x={band.x}
            width={Math.max(
              0,
              band.width - (index + 1 < layout.bands.length ? 1 : 0),
            )}
            height={HEIGHT}
            rx="4"
            fill={
              band.owner
                ? `var(--acc-span-${index % 2 === 0 ? 'a' : 'b'})`
                : `url(#${hatch})`
            }
            stroke="none"
          />
          <BandText band={band} />
          {index > 0 && <HandOver band={band} layout={layout} />}
        </g>
      ))}
    </g>
  );
}

function BandText({ band }: { band: OwnerBand }) {
  const t = useText();
  const { primaryTitle } = useEntityPresentation(
    band.owner ?? 'group:default/unknown',
  );
  const name = band.owner ? primaryTitle : t('timeline.ownerUnknown');
  const about =
    band.since === undefined
      ? ''
      : t('timeline.ownerSince', {
          from: formatDate(band.since),
          number: String(band.charged),
        });
  const room = band.width - 16;
  const needs = textWidth(name, 'bold');
  if (needs > room) return null;
  const fits = needs + textWidth(about) + 12 <= room;
  return (
    <text x={band.x + 8} y="17" className="acc-svgPrimary">
      <tspan fontWeight="600">{name}</tspan>
      {fits && about && <tspan dx="10">{about}</tspan>}
    </text>
  );
}

function HandOver(props: { band: OwnerBand; layout: TimelineLayout }) {
  const t = useText();
  const { band, layout } = props;
  const x = band.x;
  const nearRight = x > layout.scale.right - 140;
  return (
    <g>
      <path
        d={`M${x} ${HEIGHT}V${layout.alerts.line}`}
        stroke="var(--bui-fg-primary)"
        strokeWidth="1.5"
      />
      <path
        d={`M${x - 5} 34L${x} 29L${x + 5} 34L${x} 39Z`}
        fill="var(--bui-fg-primary)"
      />
      <text
        x={nearRight ? x - 9 : x + 9}
        y="40"
        textAnchor={nearRight ? 'end' : 'start'}
        className="acc-svgPrimary acc-halo"
      >
        {t('timeline.handOver', { date: formatDay(band.from) })}
      </text>
    </g>
  );
}
