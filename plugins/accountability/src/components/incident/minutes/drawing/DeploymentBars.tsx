import { formatDate, useText } from '../../../../text';
import { BAR, DeploymentBar } from '../deploymentBars';
import { MinutesLayout } from '../layoutMinutes';
import { LaneName } from './LaneName';

/** Deployments from start to end: the cause filled and red, a remedy outlined with its arrow back, others quiet, outside of production hollow. */
export function DeploymentBars({ layout }: { layout: MinutesLayout }) {
  const t = useText();
  const { bars } = layout.deployments;
  return (
    <g>
      <LaneName
        y={38}
        name={t('minutes.deployments')}
        about={bars.length === 0 ? t('minutes.noDeployment') : undefined}
      />
      {bars.map(bar => (
        <Bar key={bar.record.id} bar={bar} />
      ))}
    </g>
  );
}

function Bar({ bar }: { bar: DeploymentBar }) {
  const t = useText();
  const { x, y, width, role, early, side, record } = bar;
  const place = side === 'right' ? x + width + 6 : x - 6;
  const about = [
    role === 'remedy' && t('minuteRole.remedy'),
    early && formatDate(record.startedAt),
  ].filter(Boolean);
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={BAR}
        rx="2"
        strokeWidth="1.5"
        {...paint(bar)}
      />
      {role === 'remedy' && width >= 12 && (
        <path
          d={`M${x + width / 2 + 3} ${y + 4}v8l-8-4z`}
          fill="var(--bui-fg-primary)"
        />
      )}
      {early && (
        <path
          d={`M${x - 3} ${y + 3}l-5 5l5 5`}
          fill="none"
          stroke="var(--acc-mark)"
          strokeWidth="1.5"
        />
      )}
      <text
        x={place}
        y={y + 12}
        textAnchor={side === 'right' ? 'start' : 'end'}
        className={`acc-halo ${
          role === 'cause' ? 'acc-svgBold' : 'acc-svgPrimary'
        }`}
      >
        {[bar.label, ...about].join(', ')}
      </text>
    </g>
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
