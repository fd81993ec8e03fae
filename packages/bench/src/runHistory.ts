import { BenchOptions } from './BenchOptions';
import { fillHistory } from './load/fillHistory';
import { subjectsOf } from './load/subjectsOf';
import { withBench } from './load/withBench';
import { drained } from './measures/assessment';
import { incremental } from './measures/incremental';
import { Measured } from './measures/Measured';

/** Measures what one event costs with ever longer histories behind it; the last lines are the longest over the shortest. */
export function runHistory(
  options: BenchOptions,
  sizes: readonly number[],
): Promise<Measured[]> {
  return withBench(options, async bench => {
    const services = await subjectsOf(bench);
    const subjects = services.map(({ subject }) => subject);
    const measured: Measured[][] = [];
    for (const records of sizes) {
      options.say(`filling up to ${records} records`);
      await fillHistory(bench.pool, { subjects, records });
      await drained(bench);
      options.say('one event after the other');
      measured.push(await incremental(bench, { records, services }));
    }
    return [...measured.flat(), ...longestOverShortest(measured)];
  });
}

/** What is set beside something measured at the same time is compared by that. */
function longestOverShortest(sizes: readonly Measured[][]): Measured[] {
  const [shortest] = sizes;
  const longest = sizes.at(-1) ?? [];
  const sized = ({ ratio, value }: Measured) => ratio?.value ?? value;
  return longest.map((one, index) => ({
    name: `longest over shortest, ${one.name.split(': ').pop()}${
      one.ratio ? `, as a multiple of ${one.ratio.to}` : ''
    }`,
    value: sized(one) / sized(shortest[index]),
    unit: 'x',
  }));
}
