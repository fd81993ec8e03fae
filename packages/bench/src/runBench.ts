import { BenchOptions } from './BenchOptions';
import { Bench } from './load/Bench';
import { withBench } from './load/withBench';
import { assessment, drained } from './measures/assessment';
import { collectorCost } from './measures/collectorCost';
import { freshness } from './measures/freshness';
import { ingestion } from './measures/ingestion';
import { Measured } from './measures/Measured';
import { reads } from './measures/reads';
import { recompute } from './measures/recompute';
import { judgeAlone } from './measures/judgeAlone';
import { rejudging } from './measures/rejudging';
import { restating } from './measures/restating';
import { size } from './measures/size';

/** Measures one size of company. */
export function runBench(options: BenchOptions): Promise<Measured[]> {
  return withBench(options, measureAll);
}

async function measureAll(bench: Bench): Promise<Measured[]> {
  const { say } = bench.options;
  const taken = await ingestion(bench);
  say('waiting for the first assessments');
  await drained(bench);
  say('telling closed days again');
  const restated = await restating(bench);
  say('freshness');
  const fresh = await freshness(bench);
  say('assessing all services again');
  const assessed = await assessment(bench);
  say('reads');
  const read = await reads(bench);
  const room = await size(bench);
  say('judging all services by a new policy');
  const judged = await judgeAlone(bench);
  const rejudged = await rejudging(bench);
  say('reading one delivery of each kind');
  const collected = await collectorCost();
  say('recomputing one service with all its records');
  const recomputed = await recompute(bench);
  return [
    ...taken,
    ...restated,
    ...fresh,
    ...assessed,
    ...read,
    ...room,
    ...judged,
    ...rejudged,
    ...collected,
    ...recomputed,
  ];
}
