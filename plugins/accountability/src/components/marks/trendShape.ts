const round = (value: number) => Math.round(value * 10) / 10;

/** A value of a trend; absent where it was unknown. */
interface TrendValue {
  value?: number;
}

/** A trend as it is drawn: lines that never bridge the unknown, and where the unknown lies. */
export interface TrendShape {
  /** SVG paths of the known stretches. */
  lines: string[];
  /** Left edge and width of the unknown stretches, px. */
  gaps: { x: number; width: number }[];
  last?: { x: number; y: number };
  limitY?: number;
  unknownDays: number;
}

const PAD = 4;

/** Places values that are equally far apart in a box, from zero (or the lowest value below it) to the highest of values and limit. */
export function trendShape(
  points: TrendValue[],
  box: { width: number; height: number; limit?: number },
): TrendShape {
  const values = points.flatMap(({ value }) => value ?? []);
  const scale = [...values, ...(box.limit === undefined ? [] : [box.limit]), 0];
  const low = Math.min(...scale);
  const high = Math.max(...scale);
  const span = high - low || 1;
  const y = (value: number) =>
    PAD + (1 - (value - low) / span) * (box.height - 2 * PAD);
  const step = points.length > 1 ? (box.width - PAD) / (points.length - 1) : 0;
  const stretches = split(points);
  const lines = stretches
    .filter(({ known }) => known)
    .map(({ from, to }) => {
      const path = points
        .slice(from, to)
        .map(
          ({ value = 0 }, n) =>
            `${round((from + n) * step)} ${round(y(value))}`,
        )
        .join('L');
      // A single day would draw nothing without an end.
      return to - from === 1 ? `M${path}h0.01` : `M${path}`;
    });
  const gaps = stretches
    .filter(({ known }) => !known)
    .map(({ from, to }) => {
      const x = Math.max(0, (from - 0.5) * step);
      return { x, width: Math.min(box.width, (to - 0.5) * step) - x };
    });
  const final = points[points.length - 1]?.value;
  return {
    lines,
    gaps,
    last:
      final === undefined
        ? undefined
        : { x: (points.length - 1) * step, y: y(final) },
    limitY: box.limit === undefined ? undefined : y(box.limit),
    unknownDays: points.length - values.length,
  };
}

function split(points: TrendValue[]) {
  const stretches: { known: boolean; from: number; to: number }[] = [];
  points.forEach(({ value }, index) => {
    const known = value !== undefined;
    const open = stretches[stretches.length - 1];
    if (open?.known === known) open.to = index + 1;
    else stretches.push({ known, from: index, to: index + 1 });
  });
  return stretches;
}
