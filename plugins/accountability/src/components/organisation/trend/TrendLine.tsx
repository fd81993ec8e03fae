import { useRef } from 'react';
import { useElementWidth } from '../../../hooks';
import { TrendDrawing, trendShape } from '../../marks';

const HEIGHT = 32;

/** Until it is measured, px. */
const INITIAL_WIDTH = 140;

/** One burden's weeks as a line from zero to the highest share of all five; hatch where nothing was known. */
export function TrendLine(props: {
  values: { value?: number }[];
  /** The highest share of all lines, percent. */
  highest: number;
  label: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const width = useElementWidth(box, INITIAL_WIDTH);
  const { values, highest, label } = props;
  const shape = trendShape(values, {
    width,
    height: HEIGHT,
    limit: highest,
  });
  return (
    <div ref={box}>
      <TrendDrawing {...{ shape, width, label }} height={HEIGHT} ground />
    </div>
  );
}
