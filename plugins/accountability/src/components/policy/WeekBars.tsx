import { useId } from 'react';
import { BacktestCheck } from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../text';
import { Hatch } from '../marks';

const HEIGHT = 36;
const WIDTH = 11;

/** Share of failing services by week, 0 to all; a week of which nothing is known is hatched. */
export function WeekBars({ past }: { past: BacktestCheck['past'] }) {
  const t = useText();
  const id = useId();
  const parts = past
    .map(({ week, fail, known }) =>
      t('backtest.weekPart', {
        week,
        share:
          known > 0
            ? `${formatNumber((100 * fail) / known, 0)}\u00a0%`
            : t('checks.unknownValue'),
      }),
    )
    .join(', ');
  return (
    <svg
      width={WIDTH * past.length}
      height={HEIGHT}
      role="img"
      aria-label={t('backtest.weekSentence', { parts })}
    >
      <defs>
        <Hatch id={id} gap={4} />
      </defs>
      {past.map(({ week, fail, known }, place) => {
        const share = known > 0 ? fail / known : 1;
        const height = Math.max(1, share * (HEIGHT - 2));
        return (
          <rect
            key={week}
            x={place * WIDTH}
            y={HEIGHT - height}
            width={WIDTH - 2}
            height={height}
            fill={known > 0 ? 'var(--acc-mark)' : `url(#${id})`}
          />
        );
      })}
      <line
        x1="0"
        x2={WIDTH * past.length}
        y1={HEIGHT - 0.5}
        y2={HEIGHT - 0.5}
        stroke="var(--acc-line)"
      />
    </svg>
  );
}
