import { useRef } from 'react';
import { CampaignResponse } from 'backstage-plugin-accountability-common';
import { useElementWidth } from '../../hooks';
import { formatDate, formatDay, formatNumber, useText } from '../../text';
import { EmptySentence, Section } from '../states';
import { BurnUpLegend } from './BurnUpLegend';
import { BurnUpLayout, layoutBurnUp } from './layoutBurnUp';

const HEIGHT = 220;

const path = (points: { x: number; y: number }[]) =>
  points.map(({ x, y }, place) => `${place ? 'L' : 'M'}${x} ${y}`).join('');

/** How many services are done by day, against all in scope and the target. */
export function BurnUpSection({ data }: { data: CampaignResponse }) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const width = useElementWidth(box, 900);
  const { campaign, progress } = data;
  const { burnUp } = progress;
  const [first] = burnUp;
  const last = burnUp[burnUp.length - 1];
  return (
    <Section title={t('campaign.burnUp')} sub={t('campaign.burnUpSub')}>
      <div ref={box}>
        {first === undefined ? (
          <EmptySentence>{t('campaign.burnUpNone')}</EmptySentence>
        ) : (
          <>
            <svg
              width={width}
              height={HEIGHT}
              role="img"
              aria-label={t('campaign.burnUpSentence', {
                first: first.day,
                last: last.day,
                from: formatNumber(first.done),
                to: formatNumber(last.done),
                count: last.total,
                total: formatNumber(last.total),
                target: formatDate(campaign.targetAt),
              })}
            >
              <Drawing
                layout={layoutBurnUp(campaign, progress, {
                  width,
                  height: HEIGHT,
                })}
                from={Date.parse(`${first.day}T00:00:00Z`)}
                target={campaign.targetAt}
              />
            </svg>
            <BurnUpLegend campaign={campaign} />
            <Numbers data={data} />
          </>
        )}
      </div>
    </Section>
  );
}

function Drawing(props: {
  layout: BurnUpLayout;
  from: number;
  target: number;
}) {
  const { layout, from, target } = props;
  const { done, total, bottom, left, right } = layout;
  const now = done[done.length - 1];
  const area = `${path(done)}L${now.x} ${bottom}L${done[0].x} ${bottom}Z`;
  return (
    <g className="acc-burnUp">
      {layout.ticks.map(({ y, label }) => (
        <g key={label}>
          <line x1={left} x2={right} y1={y} y2={y} stroke="var(--acc-grid)" />
          <text x={left - 8} y={y + 4} textAnchor="end">
            {formatNumber(label)}
          </text>
        </g>
      ))}
      <path d={area} fill="var(--acc-mark-soft)" />
      <path
        d={path(total)}
        fill="none"
        stroke="var(--acc-mark)"
        strokeDasharray="4 3"
      />
      <path
        d={path(done)}
        fill="none"
        stroke="var(--acc-link)"
        strokeWidth="2"
      />
      <circle cx={now.x} cy={now.y} r="3.5" fill="var(--acc-link)" />
      {layout.target && (
        <g>
          <line
            x1={now.x}
            y1={now.y}
            x2={layout.target.x}
            y2={layout.target.y}
            stroke="var(--acc-mark)"
            strokeDasharray="1 4"
          />
          <circle
            cx={layout.target.x}
            cy={layout.target.y}
            r="3.5"
            fill="none"
            stroke="var(--acc-mark)"
          />
        </g>
      )}
      {layout.milestones.map(({ x, y, title }) => (
        <path
          key={`${title} ${x}`}
          d={`M${x} ${y - 5}l5 5-5 5-5-5z`}
          fill="var(--bui-bg-neutral-1)"
          stroke="var(--acc-mark)"
        >
          <title>{title}</title>
        </path>
      ))}
      <text x={left} y={bottom + 16}>
        {formatDay(from)}
      </text>
      <text x={right} y={bottom + 16} textAnchor="end">
        {formatDay(target)}
      </text>
    </g>
  );
}

/** The same for those who hear it. */
function Numbers({ data }: { data: CampaignResponse }) {
  const t = useText();
  return (
    <table className="acc-hidden">
      <thead>
        <tr>
          <th>{t('campaign.day')}</th>
          <th>{t('campaign.done')}</th>
          <th>{t('campaign.total')}</th>
        </tr>
      </thead>
      <tbody>
        {data.progress.burnUp.map(({ day, done, total }) => (
          <tr key={day}>
            <th scope="row">{day}</th>
            <td>{done}</td>
            <td>{total}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
