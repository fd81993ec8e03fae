import { access } from 'node:fs/promises';
import { Format, formats, guessFormat } from '../input/readRows';
import { compileMapping } from '../mapping/compileMapping';
import { mappingSchema } from '../mapping/mappingSchema';
import { readMapOptions } from '../mapping/readMapOptions';
import { readMappingFile } from '../mapping/readMappingFile';
import { RowMapper } from '../mapping/RowMapper';
import { Target, targets } from '../mapping/targets';
import { ImportFlags } from './ImportFlags';

/** What an import is going to do, or everything that stands against it. */
export type ImportPlan =
  | {
      ok: true;
      path: string;
      format: Format;
      mapper: RowMapper;
      mappingDigest: string;
    }
  | { ok: false; because: string[] };

/** Reads arguments and mapping; `--map` wins over the mapping file. */
export async function planImport(
  what: string,
  path: string,
  flags: ImportFlags,
): Promise<ImportPlan> {
  const target = targets.find(known => known === what);
  if (!target) {
    return no(`"${what}" cannot be imported; ${targets.join(', ')} can`);
  }
  const format = flags.format
    ? formats.find(known => known === flags.format)
    : guessFormat(path);
  if (!format) {
    return no(`the format of ${path} is not known; say --format csv or ndjson`);
  }
  try {
    await access(path);
  } catch {
    return no(`${path} cannot be read`);
  }
  const compiled = await mappingOf(target, flags);
  if (!compiled.ok) return compiled;
  const { mapper, digest } = compiled;
  return { ok: true, path, format, mapper, mappingDigest: digest };
}

async function mappingOf(target: Target, flags: ImportFlags) {
  const file = flags.mapFile
    ? await readMappingFile(flags.mapFile)
    : { ok: true as const, mapping: mappingSchema.parse({}) };
  if (!file.ok) return file;
  const options = readMapOptions(target, flags.map);
  if (!options.ok) return no(options.because);
  const fields = { ...file.mapping.fields, ...options.fields };
  return compileMapping(
    { ...file.mapping, fields },
    { target, sourceName: flags.sourceName },
  );
}

function no(because: string): { ok: false; because: string[] } {
  return { ok: false, because: [because] };
}
