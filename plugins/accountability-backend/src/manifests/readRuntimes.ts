import { DeclaredRuntime } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { z } from 'zod';
import { whereAny } from '../database/whereAny';

const purlsSchema = z.array(z.string());

interface Row {
  subject: string;
  path: string | null;
  runtimes: string | null;
}

/**
 * What the repositories ask for, by subject, in one statement: what was read
 * last, also where it cannot be read now. Those that were not looked at are
 * left out.
 */
export async function readRuntimes(
  knex: Knex,
  { subjects }: { subjects: readonly string[] },
): Promise<Map<string, DeclaredRuntime[]>> {
  if (subjects.length === 0) return new Map();
  const rows: Row[] = await whereAny(
    knex('manifest_repositories as r')
      .leftJoin('manifest_files as f', 'f.subject', 'r.subject')
      .whereNotNull('r.read_at')
      .orderBy(['r.subject', 'f.path'])
      .select('r.subject', 'f.path', 'f.runtimes'),
    'r.subject',
    subjects,
  );
  const found = new Map<string, DeclaredRuntime[]>();
  for (const { subject, path, runtimes } of rows) {
    const purls =
      runtimes === null ? [] : purlsSchema.parse(JSON.parse(runtimes));
    found.set(subject, [
      ...(found.get(subject) ?? []),
      ...purls.map(purl => ({ purl, path: path ?? '' })),
    ]);
  }
  return found;
}
