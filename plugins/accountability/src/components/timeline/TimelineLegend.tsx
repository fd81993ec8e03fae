import {
  AttributionMethod,
  attributionMethods,
  TimelineResponse,
} from 'backstage-plugin-accountability-common';
import { formatNumber, NBSP, useText } from '../../text';
import { linkStroke } from '../marks';
import { hasCause } from '../reading';
import { MarkDrawing } from './drawing/MarkDrawing';
import { MarkShape, TimelineLayout } from './layout';

/** What the marks and lines mean, with how many there are. */
export function TimelineLegend(props: {
  timeline: TimelineResponse;
  layout: TimelineLayout;
}) {
  const { layout } = props;
  if (layout.lanes.length + layout.incidents.marks.length === 0) return null;
  return (
    <div className="acc-under acc-small">
      <Marks layout={layout} />
      <Links {...props} />
    </div>
  );
}

function Marks({ layout }: { layout: TimelineLayout }) {
  const t = useText();
  const production = layout.lanes
    .filter(lane => lane.production)
    .flatMap(lane => lane.marks);
  const elsewhere = layout.lanes.filter(lane => !lane.production);
  const shapes: MarkShape[] = ['held', 'failed', 'never', 'running'];
  const rows = shapes
    .map(shape => ({
      shape,
      count: production.filter(mark => mark.shape === shape).length,
    }))
    .filter(({ count }) => count > 0);
  const other = elsewhere.reduce((sum, lane) => sum + lane.count, 0);
  return (
    <dl className="acc-legend">
      <dt className="acc-legendTitle">{t('legend.marks')}</dt>
      {rows.map(({ shape, count }) => (
        <Row key={shape} text={t(`mark.${shape}`)} count={count}>
          <MarkDrawing shape={shape} x={7} y={7} large />
        </Row>
      ))}
      {other > 0 && (
        <Row text={t('mark.other')} count={other}>
          <MarkDrawing shape="held" x={7} y={7} large={false} />
        </Row>
      )}
      {layout.incidents.marks.length > 0 && (
        <Row text={t('mark.incident')} count={layout.incidents.marks.length}>
          <rect
            x="4"
            y="1"
            width="6"
            height="12"
            fill="var(--acc-mark-negative)"
          />
        </Row>
      )}
    </dl>
  );
}

function Row(props: { text: string; count: number; children: JSX.Element }) {
  const t = useText();
  return (
    <>
      <dt>
        <svg width="14" height="14" aria-hidden>
          {props.children}
        </svg>
      </dt>
      <dd>
        {t('legend.item', { what: props.text, number: String(props.count) })}
      </dd>
    </>
  );
}

/** What one depends on is a candidate and charges nobody. */
const chargingMethods = attributionMethods.filter(
  (method): method is Exclude<AttributionMethod, 'dependency'> =>
    method !== 'dependency',
);

function Links(props: { timeline: TimelineResponse; layout: TimelineLayout }) {
  const t = useText();
  const { timeline, layout } = props;
  const all = layout.incidents.marks.length;
  const count = (method: AttributionMethod) =>
    timeline.attributions.filter(each => each.method === method).length;
  const linked = timeline.attributions.filter(hasCause).length;
  if (all === 0) return null;
  const share = `${formatNumber((100 * linked) / all, 0)}${NBSP}%`;
  return (
    <dl className="acc-legend">
      <dt className="acc-legendTitle">{t('legend.links')}</dt>
      {chargingMethods.map(method => (
        <LinkRow
          key={method}
          method={method}
          text={t(`legend.${method}`, { number: String(count(method)) })}
        />
      ))}
      <dt className="acc-legendTitle">
        {share}{' '}
        {t('legend.coverage', { linked: String(linked), all: String(all) })}
      </dt>
    </dl>
  );
}

function LinkRow(props: { method: AttributionMethod; text: string }) {
  const { method, text } = props;
  return (
    <>
      <dt>
        <svg width="36" height="14" aria-hidden>
          {method === 'none' ? (
            <>
              <circle
                cx="18"
                cy="7"
                r="6"
                fill="none"
                stroke="var(--acc-mark)"
                strokeDasharray="2.6 2.2"
              />
              <text
                x="18"
                y="11"
                textAnchor="middle"
                fontSize="10"
                fill="currentColor"
              >
                ?
              </text>
            </>
          ) : (
            <path
              d="M0 7H36"
              stroke="var(--acc-link)"
              {...linkStroke(method)}
            />
          )}
        </svg>
      </dt>
      <dd>{text}</dd>
    </>
  );
}
