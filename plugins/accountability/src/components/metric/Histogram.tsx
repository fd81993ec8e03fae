import { useRef } from 'react';
import { Distribution, FactUnit } from 'backstage-plugin-accountability-common';
import { useElementWidth } from '../../hooks';
import { formatNumber, printQuantity, quantity, useText } from '../../text';

const HEIGHT = 110;
const TOP = 18;
const FOOT = 20;
const LEAST_LABEL = 74;

/** Counts of single values by range; bars stand side by side, since ranges may grow, and the last may be open. */
export function Histogram(props: {
  distribution: Distribution;
  unit: FactUnit;
}) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(320, useElementWidth(box, 740));
  const { distribution, unit } = props;
  const { bins } = distribution;
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const step = width / Math.max(1, bins.length);
  const every = Math.max(1, Math.ceil(LEAST_LABEL / step));
  const print = (value: number) => printQuantity(quantity(value, unit, t));
  const range = ({ from, to }: Distribution['bins'][number]) =>
    to === undefined
      ? t('metric.from', { from: print(from) })
      : t('metric.range', { from: print(from), to: print(to) });
  const sentence = t('metric.spreadSentence', {
    n: formatNumber(distribution.count),
    low: print(distribution.p25),
    high: print(distribution.p75),
    median: print(distribution.p50),
  });
  return (
    <>
      <div ref={box} className="acc-scroll acc-plot">
        <svg
          width={width}
          height={TOP + HEIGHT + FOOT}
          role="img"
          aria-label={sentence}
        >
          {bins.map(({ from, count }, place) => {
            const height = count > 0 ? Math.max(2, (HEIGHT * count) / most) : 0;
            return (
              <g key={from} transform={`translate(${place * step} 0)`}>
                <rect
                  x="1"
                  y={TOP + HEIGHT - height}
                  width={Math.max(1, step - 2)}
                  height={height}
                  fill="var(--acc-mark)"
                />
                {count > 0 && step > 22 && (
                  <text
                    x={step / 2}
                    y={TOP + HEIGHT - height - 5}
                    textAnchor="middle"
                  >
                    {formatNumber(count)}
                  </text>
                )}
                {place % every === 0 && (
                  <text x="1" y={TOP + HEIGHT + 15}>
                    {print(from)}
                  </text>
                )}
              </g>
            );
          })}
          <path
            d={`M0 ${TOP + HEIGHT + 0.5}H${width}`}
            stroke="var(--acc-mark)"
          />
        </svg>
      </div>
      <div className="acc-hidden">
        <table>
          <caption>{t('metric.spreadCaption')}</caption>
          <tbody>
            {bins.map(bin => (
              <tr key={bin.from}>
                <th scope="row">{range(bin)}</th>
                <td>{formatNumber(bin.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
