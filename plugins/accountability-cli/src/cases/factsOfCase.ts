import {
  FactData,
  FactUnit,
  FactValue,
  instant,
  UnknownReason,
} from 'backstage-plugin-accountability-common';
import { didYouMean, durationMs } from 'backstage-plugin-accountability-engine';
import { z } from 'zod';
import { CaseReader, faultAtKey } from './CaseReader';
import { Leaf, leavesOf } from './leavesOf';

const reasons: Record<UnknownReason, UnknownReason> = {
  'no-source': 'no-source',
  'never-collected': 'never-collected',
  'insufficient-data': 'insufficient-data',
  stale: 'stale',
  'too-few-people': 'too-few-people',
  'not-applicable': 'not-applicable',
  error: 'error',
};
const reasonNames = Object.keys(reasons);
const reasonShape = z.enum(reasons);
const unknownShape = z.strictObject({ unknown: z.string() });

const number = { shape: z.number(), words: 'a number' };
const shapes: Partial<
  Record<FactUnit, { shape: z.ZodType<FactData>; words: string }>
> = {
  boolean: { shape: z.boolean(), words: 'true or false' },
  text: { shape: z.string(), words: 'a text' },
  texts: { shape: z.array(z.string()), words: 'a list of texts' },
  labels: { shape: z.record(z.string(), z.string()), words: 'texts by name' },
  instant: {
    shape: instant,
    words: 'an instant with its zone (2026-11-23T12:00:00Z)',
  },
};

/** The facts of a case by id, as old as `ages` say. */
export function factsOfCase(
  reading: CaseReader,
  now: number,
): Map<string, FactValue> {
  const { ages, facts: given } = reading.written;
  const { '*': usual, ...single } = ages;
  const usualMs = readAge(usual, ['*'], reading);
  const agesMs = new Map(
    leavesOf('ages', single, reading).map(({ id, value, path }) => [
      id,
      readAge(value, path, reading),
    ]),
  );
  const facts = new Map<string, FactValue>();
  for (const leaf of leavesOf('facts', given, reading)) {
    const observedAt = now - (agesMs.get(leaf.id) ?? usualMs);
    const fact = readFact(leaf, observedAt, reading);
    if (fact) facts.set(leaf.id, fact);
  }
  return facts;
}

/** Milliseconds; none where nothing is said. */
function readAge(value: unknown, path: string[], reading: CaseReader): number {
  if (value === undefined) return 0;
  const read = durationMs.safeParse(value);
  if (read.success) return read.data;
  const said =
    'an age is a duration (P3D for three days, PT12H for twelve hours)';
  faultAtKey(reading, ['ages', ...path], said);
  return 0;
}

function readFact(
  { id, value, path }: Leaf,
  observedAt: number,
  reading: CaseReader,
): FactValue | undefined {
  const unit = reading.facts.get(id)?.unit ?? 'count';
  const base = {
    ...{ id, unit, observedAt, sampleSize: 1, evidence: [], evidenceCount: 0 },
    window: { from: observedAt, to: observedAt },
  };
  const because = 'The case says so.';
  if (value === null) {
    return { ...base, status: 'unknown', reason: 'no-source', because };
  }
  const unknown = unknownShape.safeParse(value);
  if (unknown.success) {
    const reason = reasonShape.safeParse(unknown.data.unknown);
    if (reason.success) {
      return { ...base, status: 'unknown', reason: reason.data, because };
    }
    const said = unknown.data.unknown;
    const near =
      didYouMean(said, reasonNames) ||
      ` (there are: ${reasonNames.join(', ')})`;
    faultAtKey(reading, ['facts', ...path], `unknown reason '${said}'${near}`);
    return undefined;
  }
  const { shape, words } = shapes[unit] ?? number;
  const read = shape.safeParse(value);
  if (read.success) {
    return { ...base, status: 'known', value: read.data, because };
  }
  faultAtKey(
    reading,
    ['facts', ...path],
    `${id} is ${words} (or null, or { unknown: stale }, where it is not known)`,
  );
  return undefined;
}
