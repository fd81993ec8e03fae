import { quantile } from '../load/runLoad';

const TIMES = 7;

/** How long it takes, the median of seven times, milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return quantile(times, 0.5);
}
