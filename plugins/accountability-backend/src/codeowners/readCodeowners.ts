import {
  CodeownersState,
  ResolvedOwner,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { z } from 'zod';
import { CodeownersFileRow, CodeownersHandleRow } from '../database/tables';
import { whereAny } from '../database/whereAny';
import { dialectSchema } from './dialectSchema';
import { parseFile } from './parseFile';

/** Stands for anybody of the catalog: who it is, is not kept. */
export const somePerson = 'user:default/some-person';

const objectionsSchema = z.array(
  z.object({ line: z.number(), kind: z.string(), because: z.string() }),
);

type Row = Pick<
  CodeownersFileRow,
  'subject' | 'dialect' | 'revision' | 'text' | 'objections' | 'status'
>;
type Handles = ReadonlyMap<string, CodeownersHandleRow>;

/**
 * The CODEOWNERS of repositories by subject, in two statements: what was read
 * last, also where it cannot be read now. Subjects of which nobody could say
 * yet whether they have one are left out.
 */
export async function readCodeowners(
  knex: Knex,
  { subjects }: { subjects: readonly string[] },
): Promise<Map<string, CodeownersState>> {
  if (subjects.length === 0) return new Map();
  const rows: Row[] = await whereAny(
    knex('codeowners_files').select(
      'subject',
      'dialect',
      'revision',
      'text',
      'objections',
      'status',
    ),
    'subject',
    subjects,
  );
  const named: CodeownersHandleRow[] = await whereAny(
    knex('codeowners_owners as o')
      .join('codeowners_handles as h', 'h.handle', 'o.handle')
      .distinct('h.handle', 'h.entity_ref', 'h.size'),
    'o.subject',
    subjects,
  );
  const handles = new Map(named.map(row => [row.handle, row]));
  return new Map(
    rows.flatMap(row => {
      const state = toState(row, handles);
      return state ? [[row.subject, state] as const] : [];
    }),
  );
}

function toState(row: Row, handles: Handles): CodeownersState | undefined {
  const { subject, text, revision, status, objections } = row;
  const dialect = dialectSchema.safeParse(row.dialect).data;
  if (text === null || revision === null || !dialect) {
    return status === 'absent' ? { subject, owners: new Map() } : undefined;
  }
  const parsed = parseFile({ text, dialect, revision });
  return {
    subject,
    file: parsed.file,
    ...(objections !== null && {
      objections: objectionsSchema.parse(JSON.parse(objections)),
    }),
    owners: new Map(
      [...parsed.handles].map(([owner, keys]) => [
        owner,
        resolve(keys, handles),
      ]),
    ),
  };
}

function resolve(keys: readonly string[], handles: Handles): ResolvedOwner {
  const found = keys.flatMap(key => handles.get(key) ?? [])[0];
  if (!found) return { refs: [] };
  return {
    refs: [found.entity_ref ?? somePerson],
    ...(found.size !== null && { size: found.size }),
  };
}
