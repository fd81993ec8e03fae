import { allFields, Target } from './targets';

/** Templates by field, or why the options cannot be read. */
export type MapOptions =
  | { ok: true; fields: Record<string, string> }
  | { ok: false; because: string };

/**
 * Reads `--map` options. Three ways to write one:
 * `app=version` (column to field), `subject=generic:{app}` (field from a
 * template), `environment=production` (field from a constant).
 */
export function readMapOptions(target: Target, options: string[]): MapOptions {
  const known = allFields(target);
  const fields: Record<string, string> = {};
  for (const option of options) {
    const equals = option.indexOf('=');
    const left = option.slice(0, equals).trim();
    const right = option.slice(equals + 1).trim();
    const template = right.includes('{');
    if (equals < 1 || !right) {
      return {
        ok: false,
        because: `--map ${option} is not column=field or field=template`,
      };
    }
    if (!template && known.includes(right)) fields[right] = `{${left}}`;
    else if (known.includes(left)) fields[left] = right;
    else {
      return {
        ok: false,
        because: `--map ${option} names no field of ${target}; the fields are ${known.join(
          ', ',
        )}`,
      };
    }
  }
  return { ok: true, fields };
}
