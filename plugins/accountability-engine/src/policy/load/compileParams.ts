import { z } from 'zod';
import { Diagnostic } from '../CompiledPolicy';
import { Param } from '../PolicyEngine';
import { limits } from '../cel/limits';
import { DocumentReader } from './DocumentReader';
import { describeIssues } from './describeIssues';
import { celName } from './celName';

const MAX_PARAMS = 50;
const text = z.string().max(limits.text);
const values = {
  bool: z.boolean(),
  int: z.int(),
  double: z.number(),
  string: text,
  'list<string>': z.array(text).max(limits.items),
} as const;

const typeShape = z.looseObject({
  type: z.enum(['bool', 'int', 'double', 'string', 'list<string>']),
});

/** The params that stand, and the faults of the others by `params.<name>`. */
export interface Params {
  params: Map<string, Param>;
  broken: Map<string, Diagnostic[]>;
}

const path = ['spec', 'params'];

function readParam(
  name: string,
  given: unknown,
  reader: DocumentReader,
): Param | Diagnostic[] {
  const wrong = celName(name);
  if (wrong) return [reader.atKey(path, name, wrong)];
  const at = [...path, name];
  const typed = typeShape.safeParse(given);
  if (!typed.success) return describeIssues(typed.error.issues, reader, at);
  const { type } = typed.data;
  const read = z
    .strictObject({
      type: z.literal(type),
      default: values[type],
      description: z.string().max(1000).optional(),
    })
    .safeParse(given);
  if (!read.success) return describeIssues(read.error.issues, reader, at);
  return { type, value: read.data.default };
}

/** Reads the params of a scorecard one by one. */
export function compileParams(given: unknown, reader: DocumentReader): Params {
  const found: Params = { params: new Map(), broken: new Map() };
  if (given === undefined) return found;
  const entries =
    typeof given === 'object' && given !== null && !Array.isArray(given)
      ? Object.entries(given)
      : undefined;
  if (!entries || entries.length > MAX_PARAMS) {
    const message = `'params' has to be a map of at most ${MAX_PARAMS} names (write maxAge: { type: int, default: 3 })`;
    found.broken.set('params', [reader.atPath(path, message)]);
    return found;
  }
  for (const [name, value] of entries) {
    const read = readParam(name, value, reader);
    if (Array.isArray(read)) found.broken.set(`params.${name}`, read);
    else found.params.set(name, read);
  }
  return found;
}
