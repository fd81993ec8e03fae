import { describeIssues } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { isDense } from './isDense';
import { Read } from './Read';

/** Reads JSON by a schema; `what` names the document in the sentence: `SARIF`. */
export function readJson<TValue>(
  text: string,
  schema: z.ZodType<TValue>,
  what: string,
): Read<TValue> {
  if (isDense(text, 'json')) {
    return {
      ok: false,
      because: `The body holds more values than ${what} has`,
      tooLarge: true,
    };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, because: `The body is not JSON, so it is not ${what}` };
  }
  return readValue(value, schema, what);
}

/** Reads a value out of JSON by a schema. */
export function readValue<TValue>(
  value: unknown,
  schema: z.ZodType<TValue>,
  what: string,
): Read<TValue> {
  const read = schema.safeParse(value);
  return read.success
    ? { ok: true, value: read.data }
    : {
        ok: false,
        because: `The body is not the ${what} that is known: ${describeIssues(
          read.error,
        )}`,
      };
}
