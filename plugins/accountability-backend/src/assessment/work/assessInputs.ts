import { setImmediate } from 'timers/promises';
import {
  AssessInput,
  MeasuredService,
  assess,
  judgeMeasured,
  measureService,
} from 'backstage-plugin-accountability-engine';
import { askEngines, hasAskedRules } from '../engines';
import { PoolWork } from './pools/PoolWork';
import { Assessed, Judgement, ServiceInputs } from './readInputs';

/** An assessed service, and its incidents as the tables want to know them. */
export type Outcome = Assessed & {
  incidents: { id: string; merged: boolean }[];
  /** Before this instant it is due again: an engine could not answer. */
  retryAt?: number;
};

/** What came of services: each is in one of them. */
export interface Outcomes {
  outcomes: Map<string, Outcome>;
  /** What went wrong, by service. */
  troubles: Map<string, string>;
}

interface Work {
  judgement: Judgement;
  pools: PoolWork;
  now: number;
}

/** An engine that is out is asked again after this. */
const RETRY_MS = 60_000;

/**
 * Assesses each service in a pure call of its own, so that one that fails holds
 * up no other. Where the policy has rules of other engines, all are measured
 * first, then engines are asked for all of them at once, and then each is
 * judged.
 */
export async function assessInputs(
  inputs: readonly ServiceInputs[],
  work: Work,
): Promise<Outcomes> {
  const result: Outcomes = { outcomes: new Map(), troubles: new Map() };
  const withPools = inputs.map(({ input, newestRecordAt }) => ({
    input: { ...input, poolTotals: work.pools.totals },
    newestRecordAt,
  }));
  if (hasAskedRules(work.judgement.policy)) {
    await askAndJudge(withPools, work, result);
  } else {
    await eachInTurn(withPools, result, given =>
      toOutcome(given, assess(given.input)),
    );
  }
  return result;
}

async function askAndJudge(
  inputs: readonly ServiceInputs[],
  { judgement, now }: Work,
  result: Outcomes,
): Promise<void> {
  const measured = new Map<string, MeasuredService>();
  await eachInTurn(inputs, result, ({ input }) => {
    measured.set(input.service.entityRef, measureService(input));
  });
  const answersOf = await askEngines(
    inputs.flatMap(({ input }) => {
      const facts = measured.get(input.service.entityRef)?.facts;
      return facts ? [{ service: input.service, facts, now }] : [];
    }),
    { ...judgement, engines: judgement.engines ?? [] },
  );
  await eachInTurn(inputs, result, given => {
    const { entityRef } = given.input.service;
    const known = measured.get(entityRef);
    if (!known) return undefined;
    const { answers, retry } = answersOf(entityRef);
    const input: AssessInput = { ...given.input, answers };
    return {
      ...toOutcome(given, judgeMeasured(input, known)),
      ...(retry && { retryAt: now + RETRY_MS }),
    };
  });
}

async function eachInTurn(
  inputs: readonly ServiceInputs[],
  { outcomes, troubles }: Outcomes,
  work: (given: ServiceInputs) => Outcome | undefined | void,
): Promise<void> {
  for (let i = 0; i < inputs.length; i++) {
    // A service takes 7 ms with 72 facts: a webhook need not wait for fifty of them.
    if (i > 0) await setImmediate();
    const ref = inputs[i].input.service.entityRef;
    try {
      const outcome = work(inputs[i]);
      if (outcome) outcomes.set(ref, outcome);
    } catch (error) {
      troubles.set(ref, error instanceof Error ? error.message : String(error));
    }
  }
}

function toOutcome(
  { input, newestRecordAt }: ServiceInputs,
  assessment: Assessed['assessment'],
): Outcome {
  return {
    assessment,
    newestRecordAt,
    incidents: input.records.flatMap(record =>
      record.kind === 'incident'
        ? [{ id: record.id, merged: record.mergedInto !== undefined }]
        : [],
    ),
  };
}
