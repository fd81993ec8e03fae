import { BenchOptions } from './BenchOptions';
import { Bench } from './load/Bench';
import { withBench } from './load/withBench';
import { assessment, drained } from './measures/assessment';
import { collectorCost } from './measures/collectorCost';
import { freshness } from './measures/freshness';
import { gate } from './measures/gate';
import { ingestion } from './measures/ingestion';
import { judgeAlone } from './measures/judgeAlone';
import { Measured } from './measures/Measured';
import { organisationAnew } from './measures/organisationAnew';
import { reads } from './measures/reads';
import { recompute } from './measures/recompute';
import { rejudging } from './measures/rejudging';
import { restating } from './measures/restating';
import { size } from './measures/size';

/** What is measured once history is loaded, in this order; what changes the policy comes late. */
export const measures: Record<
  string,
  { what: string; measure(bench: Bench): Promise<Measured[]> }
> = {
  freshness: { what: 'freshness', measure: freshness },
  assessment: { what: 'assessing all services again', measure: assessment },
  reads: { what: 'reads', measure: reads },
  organisation: {
    what: 'the organisation after changes',
    measure: organisationAnew,
  },
  size: { what: 'room on the disk', measure: size },
  gate: { what: 'asking a gate', measure: gate },
  judging: { what: 'judging without a database', measure: judgeAlone },
  rejudging: {
    what: 'judging all services by a new policy',
    measure: rejudging,
  },
  collectors: {
    what: 'reading one delivery of each kind',
    measure: collectorCost,
  },
  recompute: {
    what: 'recomputing one service with all its records',
    measure: recompute,
  },
};

/** Measures one size of company. Taking in is always measured: it loads the history, and the rest is to find a server at rest. */
export function runBench(options: BenchOptions): Promise<Measured[]> {
  return withBench(options, measureAll);
}

async function measureAll(bench: Bench): Promise<Measured[]> {
  const { say, only } = bench.options;
  const measured = await ingestion(bench);
  say('waiting for the first assessments');
  await drained(bench);
  say('telling closed days again');
  measured.push(...(await restating(bench)));
  for (const [name, { what, measure }] of Object.entries(measures)) {
    if (only && !only.includes(name)) continue;
    say(what);
    measured.push(...(await measure(bench)));
  }
  return measured;
}
