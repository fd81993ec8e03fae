import { z } from 'zod';
import { Read, Unread } from '../../bodies/Read';
import { readJson, readValue } from '../../bodies/readJson';
import {
  sarifLog,
  SarifResult,
  sarifResult,
  SarifRun,
  sarifRun,
} from './sarifLog';

/** GitHub's limits; more is a scanner that went astray. */
const MOST_RESULTS = 25_000;
const MOST_RUNS = 20;

/** A run and what it found; undefined where it says nothing of what it found. */
export interface ReadRun {
  run: SarifRun;
  results?: readonly SarifResult[];
}

const runList = z.object({ runs: z.array(sarifRun) });
const resultList = z.object({ results: z.array(sarifResult) });

/** Reads the runs of a file, step by step: none looks at more than it may hold. */
export function readRuns(text: string): Read<readonly ReadRun[]> {
  const log = readJson(text, sarifLog, 'SARIF');
  if (!log.ok) return log;
  const { version, runs } = log.value;
  if (version !== '2.1.0') {
    return {
      ok: false,
      because: `SARIF "${version.slice(0, 20)}" is not read; write 2.1.0`,
    };
  }
  if (runs && runs.length > MOST_RUNS) {
    return tooMany(`${runs.length} runs`, MOST_RUNS, 'upload them in parts');
  }
  const read = readValue({ runs: runs ?? [] }, runList, 'SARIF');
  return read.ok ? readResults(read.value.runs) : read;
}

function readResults(
  runs: readonly z.output<typeof sarifRun>[],
): Read<readonly ReadRun[]> {
  const count = runs.reduce((n, { results }) => n + (results?.length ?? 0), 0);
  if (count > MOST_RESULTS) {
    return tooMany(
      `${count} results`,
      MOST_RESULTS,
      "leave rules out, or upload each tool's run alone",
    );
  }
  const found: ReadRun[] = [];
  for (const { results, ...run } of runs) {
    const read = readValue({ results: results ?? [] }, resultList, 'SARIF');
    if (!read.ok) return read;
    found.push({ run, results: results ? read.value.results : undefined });
  }
  return { ok: true, value: found };
}

function tooMany(given: string, most: number, advice: string): Unread {
  return {
    ok: false,
    because: `The file holds ${given}, and at most ${most} are taken; ${advice}`,
    tooLarge: true,
  };
}
