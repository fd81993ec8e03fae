import { useId } from 'react';
import { CheckStatus } from 'backstage-plugin-accountability-common';
import { Hatch } from '../marks';

/** In the order they stand in the bar; what does not apply is in no sum. */
const order: CheckStatus[] = ['fail', 'warn', 'exempt', 'unknown', 'pass'];

const fills: Partial<Record<CheckStatus, string>> = {
  fail: 'var(--acc-mark-negative)',
  warn: 'var(--bui-warning-bg, var(--acc-mark))',
  exempt: 'var(--acc-link)',
  pass: 'var(--acc-bar)',
};

/** Results of a check over many services as one bar; what is unknown is hatched. The words beside it say the same. */
export function ResultBar(props: {
  counts: Partial<Record<CheckStatus, number>>;
  label: string;
}) {
  const id = useId();
  const { counts, label } = props;
  const total = order.reduce((sum, each) => sum + (counts[each] ?? 0), 0);
  let at = 0;
  return (
    <svg width="100%" height="8" role="img" aria-label={label}>
      <defs>
        <Hatch id={id} gap={4} />
      </defs>
      {order.map(status => {
        const share = total > 0 ? (100 * (counts[status] ?? 0)) / total : 0;
        const x = at;
        at += share;
        if (share === 0) return null;
        return (
          <rect
            key={status}
            x={`${x}%`}
            width={`${share}%`}
            height="8"
            fill={status === 'unknown' ? `url(#${id})` : fills[status]}
          />
        );
      })}
    </svg>
  );
}
