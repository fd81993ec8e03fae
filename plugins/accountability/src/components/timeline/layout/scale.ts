/** A linear scale of time: instants in ms to px. */
export interface TimeScale {
  from: number;
  to: number;
  left: number;
  right: number;
  x(at: number): number;
}

/** Maps `from..to` to `left..right`; instants outside are put at the edge. */
export function timeScale(
  window: { from: number; to: number },
  plot: { left: number; right: number },
): TimeScale {
  const span = Math.max(1, window.to - window.from);
  const x = (at: number) => {
    const share = Math.min(1, Math.max(0, (at - window.from) / span));
    return plot.left + share * (plot.right - plot.left);
  };
  return { ...window, ...plot, x };
}
