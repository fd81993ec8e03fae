import { SVGProps } from 'react';
import { useText } from '../../../../text';
import { BAR, DeploymentBar } from '../deploymentBars';
import { MinutesLayout } from '../layoutMinutes';
import { Box } from '../placeBar';
import { LaneName } from './LaneName';

/** Deployments from start to end: the cause filled and red, a remedy outlined with its arrow back, others quiet, outside of production hollow. */
export function DeploymentBars({ layout }: { layout: MinutesLayout }) {
  const t = useText();
  const { bars, earlier } = layout.deployments;
  return (
    <g>
      <LaneName
        y={38}
        name={t('minutes.deployments')}
        about={
          bars.length === 0 && !earlier ? t('minutes.noDeployment') : undefined
        }
      />
      {bars.map(bar => (
        <Bar key={bar.record.id} bar={bar} />
      ))}
      {earlier && (
        <g>
          <Shape box={earlier} fill="var(--acc-mark)" />
          <Before box={earlier} />
          <Words box={earlier} />
        </g>
      )}
    </g>
  );
}

function Bar({ bar }: { bar: DeploymentBar }) {
  const { x, y, width, role, early } = bar;
  return (
    <g>
      <Shape box={bar} {...paint(bar)} />
      {role === 'remedy' && width >= 12 && (
        <path
          d={`M${x + width / 2 + 3} ${y + 4}v8l-8-4z`}
          fill="var(--bui-fg-primary)"
        />
      )}
      {early && <Before box={bar} />}
      <Words box={bar} bold={role === 'cause'} />
    </g>
  );
}

function Shape({ box, ...looks }: { box: Box } & SVGProps<SVGRectElement>) {
  const { x, y, width } = box;
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={BAR}
      rx="2"
      strokeWidth="1.5"
      {...looks}
    />
  );
}

/** Points to where it began, before the chart. */
function Before({ box }: { box: Box }) {
  return (
    <path
      d={`M${box.x - 3} ${box.y + 3}l-5 5l5 5`}
      fill="none"
      stroke="var(--acc-mark)"
      strokeWidth="1.5"
    />
  );
}

function Words({ box, bold }: { box: Box; bold?: boolean }) {
  const { x, y, width, side, label } = box;
  return (
    <text
      x={side === 'right' ? x + width + 6 : x - 6}
      y={y + 12}
      textAnchor={side === 'right' ? 'start' : 'end'}
      className={`acc-halo ${bold ? 'acc-svgBold' : 'acc-svgPrimary'}`}
    >
      {label}
    </text>
  );
}

function paint({ role, record }: DeploymentBar) {
  if (role === 'cause') {
    return { fill: 'var(--acc-mark-negative)', stroke: 'none' };
  }
  const hollow = {
    fill: 'var(--bui-bg-neutral-1)',
    stroke: 'var(--acc-mark)',
  };
  if (role === 'remedy') return { ...hollow, stroke: 'var(--bui-fg-primary)' };
  if (record.environment === 'production') {
    return { fill: 'var(--acc-mark)', stroke: 'none' };
  }
  return record.environment === undefined
    ? { ...hollow, strokeDasharray: '3 2' }
    : hollow;
}
