import {
  FactValue,
  MetricValue,
  RecordKind,
  UnknownReason,
} from 'backstage-plugin-accountability-common';
import { FactContext, FactDefinition, Measurement } from './facts/defineFact';
import { keepNewest } from './keepNewest';
import {
  FactInput,
  missingKinds,
  PreparedFacts,
  prepareFacts,
} from './prepareFacts';
import { earliest, formatInstant, lookBack } from './time';

/** A fact's value, and when time alone could change it. */
export interface MeasuredFact {
  value: FactValue;
  /** The single values behind a quantile, newest first; none for other facts, and none where not all evidence is kept. */
  values: MetricValue[];
  nextChangeAt?: number;
}

/** What is asked besides the fact itself. */
export interface MeasureOptions {
  /** Days looked back; the fact's own where absent. A fact about now has none. */
  windowDays?: number;
  /** Default `production`. */
  environment?: string;
  /** Ids that each list of evidence keeps, the newest; all where absent. */
  keep?: number;
}

/** Measures one fact of one service with all of its evidence, newest first. */
export function measureFact(
  fact: FactDefinition,
  input: FactInput,
  options: MeasureOptions = {},
): FactValue {
  return measurePrepared(fact, prepareFacts(input), options).value;
}

/** Measures one fact of one service with the single values behind it, which no assessment keeps. */
export function measureValues(
  fact: FactDefinition,
  input: FactInput,
  options: MeasureOptions = {},
): Pick<MeasuredFact, 'value' | 'values'> {
  const { value, values } = measurePrepared(fact, prepareFacts(input), options);
  return { value, values };
}

/** Measures one of several facts over the same prepared records. */
export function measurePrepared(
  fact: FactDefinition,
  prepared: PreparedFacts,
  options: MeasureOptions = {},
): MeasuredFact {
  const {
    environment = 'production',
    windowDays = fact.windowDays,
    keep,
  } = options;
  const { now } = prepared.input;
  const window = lookBack(now, fact.windowDays === 0 ? 0 : windowDays);
  const placed = prepared.place(fact, { window, environment });
  const context: FactContext = {
    ...prepared.context,
    window,
    environment,
    inWindow: placed.inWindow,
    contents: prepared.contentsIn(environment),
  };
  const measured = whyNotAsked(fact, prepared.input) ?? ask(fact, context);
  return {
    value: toValue(fact, measured, { window, prepared, keep }),
    values: keep === undefined ? valuesOf(measured) : [],
    nextChangeAt: earliest(placed.nextChangeAt, fact.changesAt?.(context)),
  };
}

const plurals: Record<RecordKind, string> = {
  deployment: 'deployments',
  incident: 'incidents',
  change: 'changes',
  build: 'builds',
  alert: 'alerts',
  finding: 'findings',
  report: 'reports',
};

/** A kind that nobody delivers, or nobody for this service, or nobody any more, is asked nothing: silence is no zero. */
function whyNotAsked(
  fact: FactDefinition,
  input: FactInput,
): Measurement | undefined {
  const undelivered = missingKinds(fact.needs, input.sourceKinds);
  if (undelivered.length > 0) {
    return unknown(
      'no-source',
      `No source delivers ${listed(undelivered)}; connect one that does`,
    );
  }
  const uncollected = missingKinds(fact.needs, input.collectedKinds);
  if (uncollected.length > 0) {
    return unknown(
      'never-collected',
      `No ${listed(
        uncollected,
        'or',
      )} of this service were ever collected; check that its annotations name it as its source does`,
    );
  }
  const quiet = input.quietKinds?.find(({ kind }) => fact.needs.includes(kind));
  if (quiet) {
    return unknown(
      'stale',
      `${quiet.source} has told of no ${
        plurals[quiet.kind]
      } since ${formatInstant(quiet.since)}. ${quiet.because}`,
    );
  }
  return undefined;
}

/** A fact that throws is unknown with its message; the other facts stand. */
function ask(fact: FactDefinition, context: FactContext): Measurement {
  try {
    const measured = fact.measure(context);
    if (measured.status === 'known' && Number.isNaN(measured.value)) {
      return unknown('error', 'The arithmetic of this fact gave no number');
    }
    return measured;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return unknown('error', `The arithmetic of this fact failed: ${message}`);
  }
}

function unknown(reason: UnknownReason, because: string): Measurement {
  return { status: 'unknown', reason, because };
}

function listed(kinds: readonly RecordKind[], word = 'and'): string {
  return kinds.map(kind => plurals[kind]).join(` ${word} `);
}

function toValue(
  fact: FactDefinition,
  measured: Measurement,
  {
    window,
    prepared,
    keep,
  }: {
    window: FactContext['window'];
    prepared: PreparedFacts;
    keep?: number;
  },
): FactValue {
  const { order } = prepared;
  const evidence = keepNewest(measured.evidence ?? [], order, keep);
  const base = {
    id: fact.id,
    unit: fact.unit,
    sampleSize: measured.sampleSize ?? 0,
    window,
    observedAt: prepared.input.now,
    evidence: evidence.kept,
    evidenceCount: evidence.count,
    because: measured.because.replace(/\.?$/, '.'),
  };
  if (measured.status === 'unknown') {
    return { ...base, status: 'unknown', reason: measured.reason };
  }
  const { value, interval, distribution } = measured;
  const parts = measured.parts?.map(part => ({
    ...part,
    records: keepNewest(part.records, order, keep).kept,
  }));
  return {
    ...base,
    status: 'known',
    value,
    ...(interval && { interval }),
    ...(parts && { parts }),
    ...(distribution && { distribution }),
  };
}

function valuesOf(measured: Measurement): MetricValue[] {
  if (measured.status === 'unknown') return [];
  return [...(measured.values ?? [])].sort(
    (a, b) => b.at - a.at || (a.record < b.record ? 1 : -1),
  );
}
