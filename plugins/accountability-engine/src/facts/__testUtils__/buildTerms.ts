import { BuildRecord } from 'backstage-plugin-accountability-common';
import { historyWindow } from './buildHistories';

// Words of the oracle of CI facts.

/** A value and the number of things it is of; nothing where it is unknown. */
export type Answer = { value: number; sample: number } | undefined;

/** Builds, any order. */
export type Builds = readonly BuildRecord[];

/** When it ended. */
export const end = (b: BuildRecord) => b.endedAt ?? b.startedAt;
/** Whether an instant is in the window. */
export const within = (at: number | undefined) =>
  at !== undefined && at >= historyWindow.from && at < historyWindow.to;
/** Whether it says something of the code. */
export const judged = (b: BuildRecord) =>
  b.state === 'finished' &&
  (b.result === 'success' || b.result === 'failure' || b.result === 'timeout');
/** Whether it ran. */
export const begun = (b: BuildRecord) =>
  (b.state === 'executing' || b.state === 'finished') && b.result !== 'skip';
/** By start. */
export const isBefore = (a: BuildRecord, b: BuildRecord) =>
  a.startedAt < b.startedAt || (a.startedAt === b.startedAt && a.id < b.id);

/** Type 7. */
export function quantile(values: number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const h = (sorted.length - 1) * p;
  const low = sorted[Math.floor(h)];
  const high = sorted[Math.min(sorted.length - 1, Math.floor(h) + 1)];
  return low + (h - Math.floor(h)) * (high - low);
}

/** Of the run without its attempt. */
export function runName(b: BuildRecord): string | undefined {
  const name = b.run ?? (b.unit === 'job' ? undefined : b.id);
  const [, front, number] = /^(.*):(\d+)$/.exec(name ?? '') ?? [];
  return number !== undefined && Number(number) === b.attempt ? front : name;
}

/** Whether two are of the same name. */
export const sameName = (a: BuildRecord, b: BuildRecord) =>
  (a.run === undefined) === (b.run === undefined) &&
  a.pipeline === b.pipeline &&
  (a.run === undefined || a.title === b.title);

/** Run, commit and name are known. */
export const traced = (b: BuildRecord) =>
  runName(b) !== undefined &&
  b.sha !== undefined &&
  (b.run === undefined || b.pipeline !== undefined || b.title !== undefined);

/** Whether two are attempts of the same. */
export const sameThing = (a: BuildRecord, b: BuildRecord) =>
  runName(a) === runName(b) &&
  a.sha === b.sha &&
  (a.run === undefined) === (b.run === undefined) &&
  (a.run === undefined || sameName(a, b));

/** Whether one is a later attempt. */
export const isLater = (a: BuildRecord, b: BuildRecord) =>
  a.attempt !== undefined && b.attempt !== undefined
    ? a.attempt > b.attempt
    : a.startedAt > b.startedAt && a.startedAt >= end(b);

/** Unknown under ten. */
export const share = (hits: number, sample: number): Answer =>
  sample < 10 ? undefined : { value: hits / sample, sample };

/** Sum. */
export const total = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0);
