import { useRef } from 'react';
import { FactUnit, TrendPoint } from 'backstage-plugin-accountability-common';
import { useElementWidth } from '../../hooks';
import { formatDay, printQuantity, quantity, useText } from '../../text';
import { FactLimit } from '../reading';
import { TrendDrawing, trendShape } from '../marks';
import { TrendSentence } from './TrendSentence';

const HEIGHT = 44;

/** Ninety days of a fact as one line; hatch where it was unknown, a dotted line at the limit. */
export function Sparkline(props: {
  fact: string;
  unit: FactUnit;
  points: TrendPoint[];
  limit?: FactLimit;
}) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const width = useElementWidth(box, 202);
  const { points, limit, unit } = props;
  const line = typeof limit?.limit === 'number' ? limit.limit : undefined;
  const shape = trendShape(points, { width, height: HEIGHT, limit: line });
  return (
    <>
      <div ref={box} style={{ display: 'block' }}>
        <TrendSentence {...props}>
          {label => (
            <TrendDrawing {...{ shape, width, label }} height={HEIGHT} />
          )}
        </TrendSentence>
      </div>
      <div className="acc-label">
        <span>{points[0] && dayWords(points[0].day)}</span>
        {line !== undefined && limit && (
          <span>
            {t(`checks.${limit.comparison}`, {
              limit: printQuantity(quantity(line, unit, t)),
            })}
          </span>
        )}
        <span>{t('tile.now')}</span>
      </div>
    </>
  );
}

function dayWords(day: string): string {
  return formatDay(Date.parse(day));
}
