import { readFile } from 'node:fs/promises';
import { FactUnit } from 'backstage-plugin-accountability-common';
import { builtInFacts, FactType } from 'backstage-plugin-accountability-engine';
import { parseDocument } from 'yaml';
import { z } from 'zod';

const units: Record<FactUnit, FactUnit> = {
  ratio: 'ratio',
  count: 'count',
  'per-week': 'per-week',
  seconds: 'seconds',
  days: 'days',
  years: 'years',
  lines: 'lines',
  people: 'people',
  level: 'level',
  points: 'points',
  boolean: 'boolean',
  text: 'text',
  instant: 'instant',
  texts: 'texts',
  labels: 'labels',
};

const shape = z.array(
  z.looseObject({
    id: z
      .string()
      .regex(
        /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$/,
        'write it like sonar.coverage',
      ),
    unit: z.enum(units),
  }),
);

/** The facts that policy may read, or what is wrong with the lists of others. */
export type ReadFacts =
  | { ok: true; facts: FactType[] }
  | { ok: false; because: string[] };

/** The facts that are built in, and those of files: lists of `id` and `unit`. */
export async function readFacts(paths: readonly string[]): Promise<ReadFacts> {
  const facts: FactType[] = builtInFacts.map(({ id, unit }) => ({ id, unit }));
  const because: string[] = [];
  for (const path of paths) {
    const read = await readList(path);
    if (read.ok) facts.push(...read.facts);
    else because.push(...read.because);
  }
  return because.length > 0 ? { ok: false, because } : { ok: true, facts };
}

async function readList(path: string): Promise<ReadFacts> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return { ok: false, because: [`${path} cannot be read`] };
  }
  const document = parseDocument(text);
  const [trouble] = [...document.errors, ...document.warnings];
  if (trouble) return { ok: false, because: [`${path}: ${trouble.message}`] };
  const read = shape.safeParse(document.toJS());
  if (read.success) return { ok: true, facts: read.data };
  return {
    ok: false,
    because: read.error.issues.map(
      ({ path: at, message }) =>
        `${path}: ${
          at.join('.') || 'the file'
        }: ${message}; it is a list of facts of others, each with its id and unit`,
    ),
  };
}
