import { cutText, formatNear, formatSpan, Text, useText } from '../../../text';
import {
  AffectedBox,
  AffectedLayout,
  AffectedLine,
  BOX_HEIGHT,
} from './layoutAffected';

/** The services around an incident along their dependencies; what nobody tells of is dashed. */
export function AffectedDrawing(props: {
  layout: AffectedLayout;
  title: string;
  startedAt: number;
  sentence: string;
}) {
  const t = useText();
  const { layout, title, startedAt, sentence } = props;
  const heads = [
    t('affected.dependencies', { service: title }),
    t('affected.itself'),
    t('affected.dependents', { service: title }),
  ];
  return (
    <svg
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={sentence}
    >
      {layout.heads.map(({ x, empty }, place) => (
        <text key={x} x={x} y="12">
          {empty
            ? t(`affected.${place === 0 ? 'noLeft' : 'noRight'}`)
            : heads[place]}
        </text>
      ))}
      {layout.lines.map(line => (
        <Line key={line.key} line={line} />
      ))}
      {layout.boxes.map(box => (
        <ServiceBox
          key={box.near.service.entityRef}
          box={box}
          startedAt={startedAt}
        />
      ))}
    </svg>
  );
}

function Line({ line }: { line: AffectedLine }) {
  const { path, x, y, affected } = line;
  const colour = affected ? 'var(--acc-mark-negative)' : 'var(--acc-mark)';
  return (
    <g>
      <path
        d={path}
        fill="none"
        stroke={colour}
        strokeWidth={affected ? 2 : 1}
        strokeDasharray={affected ? undefined : '3 3'}
      />
      <path d={`M${x} ${y - 4}L${x + 8} ${y}L${x} ${y + 4}Z`} fill={colour} />
    </g>
  );
}

function ServiceBox(props: { box: AffectedBox; startedAt: number }) {
  const t = useText();
  const { near, x, y, width } = props.box;
  const { state, since, relation, service } = near;
  const hit = state === 'affected';
  const when = since === undefined ? '' : whenWords(since, props.startedAt, t);
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect
        width={width}
        height={BOX_HEIGHT}
        rx="6"
        fill="var(--bui-bg-neutral-2)"
        stroke={hit ? 'var(--acc-mark-negative)' : 'var(--acc-mark)'}
        strokeWidth={relation === 'itself' ? 2.5 : 1.5}
        strokeDasharray={state === 'unknown' ? '3 3' : undefined}
      />
      <text x="12" y="22" className="acc-svgBold">
        {cutText(service.title, width - 24)}
      </text>
      <text x="12" y="41" className="acc-svgPrimary">
        {t(`affected.${state}`)}
      </text>
      <text x={width - 12} y="41" textAnchor="end" className="acc-svgPrimary">
        {when}
      </text>
    </g>
  );
}

function whenWords(since: number, startedAt: number, t: Text): string {
  const at = formatNear(since, startedAt);
  return since > startedAt
    ? t('affected.since', { at, after: formatSpan(since - startedAt) })
    : at;
}
