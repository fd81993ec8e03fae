import { useId } from 'react';
import { useText } from '../../../text';
import { Hatch } from '../../marks';
import { percentWords } from './HeatCell';
import { KnownBar } from './KnownBar';
import { heatFrom } from './readCell';

/** What the colours and the hatch of the heat map say. */
export function HeatLegend() {
  const t = useText();
  const id = useId();
  return (
    <ul
      className="acc-tags acc-heatLegend acc-small"
      aria-label={t('heat.legend')}
    >
      {heatFrom.map((from, heat) => (
        <li key={from}>
          <span className={`acc-heatKey acc-heat${heat}`} />
          {heat === heatFrom.length - 1
            ? t('heat.fromOn', { from: percentWords(from) })
            : t('heat.from', {
                from: String(from),
                to: percentWords(heatFrom[heat + 1] - 1),
              })}
        </li>
      ))}
      <li>
        <svg width="18" height="14" aria-hidden>
          <defs>
            <Hatch id={id} gap={4} />
          </defs>
          <rect
            x="0.5"
            y="0.5"
            width="17"
            height="13"
            rx="3"
            fill={`url(#${id})`}
            stroke="var(--acc-hatch)"
          />
        </svg>
        {t('heat.underHalf')}
      </li>
      <li>
        <span style={{ width: 28 }}>
          <KnownBar known={3} applicable={4} />
        </span>
        {t('heat.known')}
      </li>
    </ul>
  );
}
