const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Room for the column of what lies beyond the scale, px. */
const BEYOND = 56;
/** Width of a column of dots, px. */
const COLUMN = 8;
const steps = [1, 2, 3, 6, 12, 24, 48, 168, 336, 720].map(n => n * HOUR);
const mostTicks = 9;

/** Lags as they are drawn: dots that are stacked where they would lie over each other, on a scale from zero. */
export interface PlacedLags {
  /** Where an instant of the scale lies, px. */
  x(ms: number): number;
  ticks: number[];
  dots: { x: number; y: number }[];
  /** Right end of the scale, px. */
  end: number;
  /** Number of lags beyond it. */
  later: number;
}

/**
 * Places lags in a box, `y` from the bottom up. The scale goes a quarter beyond
 * the longest of the windows, so that both are seen; what took longer is
 * counted at its end.
 */
export function placeLags(
  lags: readonly number[],
  box: { width: number; height: number; windows: readonly number[] },
): PlacedLags {
  const longest = Math.max(
    ...(box.windows.length > 0 ? box.windows : [DAY, ...lags]),
  );
  const most = longest * 1.25;
  const later = lags.filter(lag => lag > most).length;
  const end = box.width - (later > 0 ? BEYOND : COLUMN);
  const x = (ms: number) => (ms / most) * end;
  const columns = new Map<number, number>();
  const stacked = lags
    .filter(lag => lag <= most)
    .map(lag => {
      const column = Math.floor(x(lag) / COLUMN);
      const above = columns.get(column) ?? 0;
      columns.set(column, above + 1);
      return { x: (column + 0.5) * COLUMN, above };
    });
  const highest = Math.max(1, ...columns.values());
  const rise = Math.min(COLUMN, box.height / highest);
  const dots = stacked.map(dot => ({ x: dot.x, y: (dot.above + 0.5) * rise }));
  return { x, ticks: ticksUntil(most), dots, end, later };
}

function ticksUntil(most: number): number[] {
  const step =
    steps.find(one => most / one <= mostTicks) ?? steps[steps.length - 1];
  const count = Math.floor(most / step);
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}
