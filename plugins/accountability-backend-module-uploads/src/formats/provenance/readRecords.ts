import { describeIssues } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { isDense } from '../../bodies/isDense';
import { Read } from '../../bodies/Read';

/** Reads one record, a list of records, or one a line, by a schema. */
export function readRecords<TRecord>(
  text: string,
  schema: z.ZodType<TRecord>,
): Read<TRecord[]> {
  if (isDense(text, 'json')) {
    return {
      ok: false,
      because: 'The body holds more values than the records of a commit have',
      tooLarge: true,
    };
  }
  const values = parse(text) ?? text.split('\n').filter(line => line.trim());
  const records: TRecord[] = [];
  for (const [index, value] of values.entries()) {
    const parsed = typeof value === 'string' ? parse(value)?.[0] : value;
    const read = schema.safeParse(parsed);
    if (!read.success) {
      return {
        ok: false,
        because: `Record ${index + 1} is not what is known: ${describeIssues(
          read.error,
        )}`,
      };
    }
    records.push(read.data);
  }
  return { ok: true, value: records };
}

function parse(text: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch {
    return undefined;
  }
}
