import { createHash } from 'node:crypto';
import { RowMapper } from './RowMapper';
import { Mapping } from './mappingSchema';
import { allFields, fieldsOf, Target } from './targets';
import { compileTemplate, Template } from './template';

/** What the import is told besides the mapping. */
export interface MappingContext {
  target: Target;
  /** First part of record ids made up for rows that name none. */
  sourceName: string;
}

/** A mapping ready to use with a digest of all it depends on, or everything that is wrong with it. */
export type CompiledMapping =
  | { ok: true; mapper: RowMapper; digest: string }
  | { ok: false; because: string[] };

/** Checks a mapping against the target's fields and compiles its templates. */
export function compileMapping(
  mapping: Mapping,
  context: MappingContext,
): CompiledMapping {
  const { target } = context;
  const because: string[] = [];
  const templates = new Map<string, Template>();
  const known = allFields(target);
  for (const [field, source] of Object.entries(mapping.fields)) {
    if (!known.includes(field)) {
      because.push(
        `${target} have no field "${field}"; the fields are ${known.join(
          ', ',
        )}`,
      );
    }
    const compiled = compileTemplate(source);
    if (compiled.ok) templates.set(field, compiled.template);
    else because.push(`fields.${field}: ${compiled.because}`);
  }
  // Without any field, rows are taken as events in our own words.
  const missing = fieldsOf[target].required.filter(
    field => templates.size > 0 && !(field in mapping.fields),
  );
  for (const field of missing) {
    because.push(`the field "${field}" of ${target} is not mapped`);
  }
  for (const { matches } of mapping.skip) {
    if (matches !== undefined && !isRegex(matches)) {
      because.push(`skip: "${matches}" is not a regular expression`);
    }
  }
  if (because.length > 0) return { ok: false, because };
  const digest = createHash('sha256')
    .update(JSON.stringify([context.target, context.sourceName, mapping]))
    .digest('hex');
  return {
    ok: true,
    digest,
    mapper: new RowMapper({ ...context, mapping, templates }),
  };
}

function isRegex(source: string): boolean {
  try {
    return Boolean(new RegExp(source));
  } catch {
    return false;
  }
}
