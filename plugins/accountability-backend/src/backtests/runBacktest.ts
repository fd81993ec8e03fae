import { setImmediate } from 'node:timers/promises';
import { BacktestReport } from 'backstage-plugin-accountability-common';
import {
  Backtest,
  CompiledPolicy,
  FactType,
  backtestFacts,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { readServiceRefs } from '../ownership';
import { readBatch } from './readBatch';

/** Services read at once. */
const BATCH = 100;
/** A webhook or a page waits for no more than this, milliseconds. */
const TURN_MS = 5;

/** What is run. */
export interface BacktestRun {
  candidate: CompiledPolicy;
  /** Facts that there are. */
  facts: readonly FactType[];
  days: number;
  /** Epoch milliseconds. */
  now: number;
  /** Told after each batch; where it says false, the run ends. */
  goOn(progress: { done: number; total: number }): Promise<boolean>;
}

/** Runs a candidate over all services of the catalog; undefined where it was not to go on. Writes nothing. */
export async function runBacktest(
  knex: Knex,
  run: BacktestRun,
): Promise<BacktestReport | undefined> {
  const { candidate, now } = run;
  const backtest = Backtest.create(run);
  const asked = {
    facts: backtestFacts(candidate),
    scorecards: candidate.scorecards.map(({ name }) => name),
    weeks: backtest.weeks,
    now,
  };
  // Nothing compiled: its faults are all there is to say.
  const refs =
    candidate.scorecards.length > 0 ? await readServiceRefs(knex) : [];
  const total = refs.length;
  for (let done = 0; done < total; done += BATCH) {
    if (!(await run.goOn({ done, total }))) return undefined;
    const entityRefs = refs.slice(done, done + BATCH);
    const services = await readBatch(knex, { ...asked, entityRefs });
    await inTurns(services, service => backtest.add(service()));
  }
  return (await run.goOn({ done: total, total }))
    ? backtest.report()
    : undefined;
}

/** Does something for each, and lets others have their turn in between. */
async function inTurns<T>(
  all: readonly T[],
  work: (one: T) => void,
): Promise<void> {
  let begun = performance.now();
  for (const one of all) {
    if (performance.now() - begun > TURN_MS) {
      await setImmediate();
      begun = performance.now();
    }
    work(one);
  }
}
