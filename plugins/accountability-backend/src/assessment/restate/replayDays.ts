import { setImmediate } from 'timers/promises';
import {
  Assessment,
  RecordEvent,
  RecordKind,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import {
  AssessInput,
  CompiledPolicy,
  FactDefinition,
  PoolTotals,
  ReportedFact,
  assess,
  horizonMs,
} from 'backstage-plugin-accountability-engine';
import { GroupKnowledge, ServiceFile } from '../../ownership';
import { chooseRecords, closeSeries, foldRecord } from '../../records';
import { Reported } from '../../reported';
import { JudgeSettings } from '../work/JudgeSettings';
import { Contributions } from '../work/people/Contributions';
import { asPersons } from '../work/people/asPersons';
import { Statements } from '../work/people/readStatements';
import { Surroundings } from '../work/Surroundings';
import { groupBySubject } from '../work/groupBySubject';
import { toInputs } from '../work/readInputs';
import { AnswersThen } from './readAnswersThen';

/** Everything the closed days of one service depend on. */
export interface ReplayInputs {
  file: ServiceFile;
  /** Events by record id, of all records that mattered on any of the days. */
  events: ReadonlyMap<string, RecordEvent[]>;
  /** Kinds collected by the first instant. */
  collected: readonly RecordKind[];
  sourceKinds: RecordKind[];
  surroundings: Surroundings;
  groups: GroupKnowledge;
  /** As they are known now. */
  poolTotals?: PoolTotals;
  contributions: Contributions;
  statements?: Statements;
  reported?: Reported;
  facts: readonly FactDefinition[];
  reportedFacts?: readonly ReportedFact[];
  settings: JudgeSettings;
  /** Instants to assess at, oldest first. */
  instants: readonly number[];
  policyAt(at: number): Promise<CompiledPolicy>;
  /** What other engines had said by then; absent where none is asked. */
  answersAt?: AnswersThen;
}

/** A record that grows with the days. */
interface Growing {
  /** In the order of their source's time. */
  events: RecordEvent[];
  /** Those that have happened so far. */
  told: RecordEvent[];
  record?: ServiceRecord;
}

/** Assesses a service at each instant as it stood then, from the first on by which anything was collected. */
export async function* replayDays(
  inputs: ReplayInputs,
): AsyncGenerator<Assessment> {
  for await (const input of replayInputs(inputs)) yield assess(input);
}

/**
 * What the engine is given of a service at each instant as it stood then, from
 * the first on by which anything was collected. Each record is folded anew only
 * where something was said about it since the instant before.
 */
export async function* replayInputs(
  inputs: ReplayInputs,
): AsyncGenerator<AssessInput> {
  const { file, facts, settings } = inputs;
  const growing = [...inputs.events.values()].map(toGrowing);
  const horizon = horizonMs(facts, settings);
  for (const at of inputs.instants) {
    growing.forEach(item => growUntil(item, at, inputs.contributions));
    const all = closeSeries(
      growing.flatMap(({ record, told }) =>
        record ? [{ record, events: told }] : [],
      ),
    );
    const kinds = [...inputs.collected, ...all.map(({ kind }) => kind)];
    if (kinds.length === 0) continue;
    const { subjects } = file;
    const gathered = {
      records: groupBySubject(
        chooseRecords(all, { subjects, from: at - horizon }),
      ),
      collected: new Map([[subjects[0], [...new Set(kinds)]]]),
      sourceKinds: inputs.sourceKinds,
      surroundings: inputs.surroundings,
      groups: inputs.groups,
      contributions: inputs.contributions,
      statements: inputs.statements,
      reported: inputs.reported,
    };
    const policy = await inputs.policyAt(at);
    const judged = toInputs(file, gathered, {
      facts,
      reportedFacts: inputs.reportedFacts,
      settings,
      policy,
      now: at,
    });
    yield {
      ...judged.input,
      poolTotals: inputs.poolTotals,
      answers: inputs.answersAt?.(at),
    };
    await setImmediate();
  }
}

function toGrowing(events: readonly RecordEvent[]): Growing {
  return { events: [...events].sort((a, b) => a.at - b.at), told: [] };
}

function growUntil(
  item: Growing,
  at: number,
  contributions: Contributions,
): void {
  let happened = item.told.length;
  while (happened < item.events.length && item.events[happened].at <= at) {
    happened++;
  }
  if (happened === item.told.length) return;
  item.told = item.events.slice(0, happened);
  const record = foldRecord(item.told);
  item.record = record && asPersons(record, contributions);
}
