import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { Mapping, mappingSchema } from './mappingSchema';

/** A mapping file as read, or what is wrong with it. */
export type MappingFile =
  | { ok: true; mapping: Mapping }
  | { ok: false; because: string[] };

/** Reads a mapping file in YAML. */
export async function readMappingFile(path: string): Promise<MappingFile> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return { ok: false, because: [`${path} cannot be read`] };
  }
  const document = parseDocument(text);
  const troubles = [...document.errors, ...document.warnings];
  if (troubles.length > 0) {
    return {
      ok: false,
      because: troubles.map(({ message }) => `${path}: ${message}`),
    };
  }
  const read = mappingSchema.safeParse(document.toJS());
  return read.success
    ? { ok: true, mapping: read.data }
    : {
        ok: false,
        because: read.error.issues.map(
          issue => `${path}: ${issue.path.join('.')}: ${issue.message}`,
        ),
      };
}
