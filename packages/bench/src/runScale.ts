import { BenchOptions } from './BenchOptions';
import { fillHistory } from './load/fillHistory';
import { subjectsOf } from './load/subjectsOf';
import { withBench } from './load/withBench';
import { drained } from './measures/assessment';
import { gate } from './measures/gate';
import { incremental } from './measures/incremental';
import { ingestion } from './measures/ingestion';
import { Measured } from './measures/Measured';
import { organisationAnew } from './measures/organisationAnew';
import { pruning } from './measures/pruning';
import { reads } from './measures/reads';
import { restating } from './measures/restating';
import { size } from './measures/size';

/** How far back the records go that are laid behind the services: all within what is kept, and a quarter within ninety days. */
const past = { after: 1, days: 364 };

/** Events are sent to so many services by turns. */
const SENT_TO = 20;

/** What was measured with so many records behind all services. */
export interface Scale {
  records: number;
  measured: Measured[];
}

/**
 * What users wait for, with so many services and ever more records behind all
 * of them: a day of the demo company comes in through the front door, the rest
 * is laid by the database itself.
 */
export function runScale(
  options: BenchOptions,
  sizes: readonly number[],
): Promise<Scale[]> {
  const { say } = options;
  return withBench(options, async bench => {
    const taken = await ingestion(bench);
    say('waiting for the first assessments');
    await drained(bench);
    await restating(bench);
    const services = await subjectsOf(bench);
    const subjects = services.map(({ subject }) => subject);
    const results: Scale[] = [];
    for (const records of sizes) {
      say(`laying ${records} records`);
      await fillHistory(bench.pool, { subjects, records, past });
      await drained(bench);
      const sent = { records, services: services.slice(0, SENT_TO) };
      const steps = {
        'one event after the other': () => incremental(bench, sent),
        reads: () => reads(bench),
        'the organisation anew': () => organisationAnew(bench),
        'asking a gate': () => gate(bench),
        pruning: () => pruning(bench),
        room: () => size(bench),
      };
      const measured = results.length === 0 ? [...taken] : [];
      for (const [what, measure] of Object.entries(steps)) {
        say(what);
        measured.push(...(await measure()));
      }
      results.push({ records, measured });
    }
    return results;
  });
}
