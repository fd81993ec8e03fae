import {
  FactValue,
  MetricPoint,
  MetricValue,
} from 'backstage-plugin-accountability-common';
import {
  AssessInput,
  FactDefinition,
  MeasureOptions,
  measureValues,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { ServiceFile } from '../../ownership';
import { gatherPast } from '../restate/gatherPast';
import { replayInputs } from '../restate/replayDays';
import { onlyKinds } from './onlyKinds';
import { PastOptions } from './readInputsAt';

const DAY = 86_400_000;
const POINTS = 13;
const MOST_VALUES = 1000;

/** A fact over one window and environment, with its past and its single values. */
export interface MeasuredMetric {
  fact: FactDefinition;
  windowDays: number;
  /** Environments that deployments of the last instant's horizon name, production first, and the one asked for. */
  environments: string[];
  current: FactValue;
  /** Oldest first; the last is the current one. */
  series: MetricPoint[];
  /** Newest first. */
  values: MetricValue[];
}

type Asked = Omit<PastOptions, 'entityRef'> &
  MeasureOptions & { file: ServiceFile; fact: string };

/**
 * Measures a fact of a service as of an instant and at the ends of twelve
 * windows before it: each week for windows up to four weeks, each four weeks
 * for longer ones. Every point is told from what its sources had said by then.
 * Undefined where there is no such fact.
 */
export async function readMetric(
  knex: Knex,
  asked: Asked,
): Promise<MeasuredMetric | undefined> {
  const fact = asked.facts.find(({ id }) => id === asked.fact);
  if (!fact) return undefined;
  const { environment } = asked;
  const windowDays =
    fact.windowDays === 0 ? 0 : asked.windowDays ?? fact.windowDays;
  const stepMs = (windowDays <= 28 ? 7 : 28) * DAY;
  const instants = Array.from(
    { length: POINTS },
    (_, index) => asked.at - (POINTS - 1 - index) * stepMs,
  );
  const { policy } = await asked.policy.revisionAt(asked.at);
  const facts = [{ ...fact, windowDays }];
  const past = await gatherPast(knex, {
    file: asked.file,
    facts,
    settings: asked.settings,
    instants,
    policyAt: async () => policy,
  });
  // Before anything was collected there is nothing to replay.
  const series = new Map<number, MetricPoint>(
    instants.map(at => [at, { at, reason: 'never-collected', sampleSize: 0 }]),
  );
  let last: ReturnType<typeof measureValues> | undefined;
  let known: AssessInput | undefined;
  const events = onlyKinds(past.events, facts);
  for await (const input of replayInputs({ ...past, events })) {
    known = input;
    last = measureValues(fact, input, { windowDays, environment });
    series.set(input.now, toPoint(last.value, input.now));
  }
  const current = last?.value ?? nothingKnown(fact, { ...asked, windowDays });
  return {
    fact,
    windowDays,
    environments: environmentsOf(known, environment),
    current,
    series: [...series.values()],
    values: (last?.values ?? []).slice(0, MOST_VALUES),
  };
}

function environmentsOf(
  input: AssessInput | undefined,
  asked: string | undefined,
): string[] {
  const named = (input?.records ?? []).flatMap(record =>
    record.kind === 'deployment' ? record.environment ?? [] : [],
  );
  const others = new Set([...named, ...(asked === undefined ? [] : [asked])]);
  others.delete('production');
  return ['production', ...[...others].sort()];
}

function toPoint(value: FactValue, at: number): MetricPoint {
  const { sampleSize } = value;
  return value.status === 'known'
    ? { at, value: Number(value.value), sampleSize }
    : { at, reason: value.reason, sampleSize };
}

/** Of a service of which nothing was ever collected. */
function nothingKnown(
  { id, unit }: FactDefinition,
  { at, windowDays }: { at: number; windowDays: number },
): FactValue {
  return {
    id,
    unit,
    status: 'unknown',
    reason: 'never-collected',
    because: 'Nothing was ever collected of this service.',
    sampleSize: 0,
    window: { from: at - windowDays * DAY, to: at },
    observedAt: at,
    evidence: [],
    evidenceCount: 0,
  };
}
