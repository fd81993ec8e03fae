import {
  Expression,
  compileExpression,
} from '../expressions/compileExpression';
import { Field, compileField } from '../fields/compileField';
import { Reading, compileReading } from '../fields/compileReading';
import { FieldTypes, fieldTypes } from '../fields/fieldTypes';
import { nearestName } from './nearestName';
import { objectOf } from './objectOf';
import { Place } from './Place';

/** One entry of `events`: when it holds, what it goes through, and how a record event is made. */
export interface Entry {
  path: string;
  kind: string;
  when?: Expression;
  each?: Reading;
  fields: ReadonlyMap<string, Field>;
}

const entryKeys = ['when', 'each', 'kind'];

/** Compiles an entry of `events`; `source` leads its record ids and subjects. */
export function compileEntry(
  given: unknown,
  place: Place,
  source: string,
): Entry | undefined {
  const object = objectOf(given);
  if (!object) return place.refuse('has to be an object');
  const { when, each, kind, ...rest } = object;
  const kinds = [...fieldTypes.keys()];
  const types = typeof kind === 'string' ? fieldTypes.get(kind) : undefined;
  if (typeof kind !== 'string' || !types) {
    return place
      .at('kind')
      .refuse(
        kind === undefined
          ? `is missing; it is one of: ${kinds.join(', ')}`
          : `is no kind of record${nearestName(String(kind), kinds)}`,
      );
  }
  const inside = place.with({ hasItem: each !== undefined });
  const fields = compileFields(prefixed(types, { source, kind }), rest, inside);
  return {
    path: place.path,
    kind,
    when: when === undefined ? undefined : compileWhen(when, inside.at('when')),
    each:
      each === undefined
        ? undefined
        : compileReading(each, place.at('each'), ['list']),
    fields,
  };
}

function compileWhen(given: unknown, place: Place): Expression | undefined {
  const when = compileExpression(given, place);
  if (!when || ['dyn', 'bool'].includes(when.type)) return when;
  return place.refuse(
    `\`${when.text}\` gives a ${when.type}, and true or false is wanted`,
  );
}

/** Ids are led by their source, so that two senders never meet in one record. */
function prefixed(
  types: FieldTypes,
  { source, kind }: { source: string; kind: string },
): FieldTypes {
  const prefixes: Readonly<Record<string, string>> = {
    record: `${source}:${kind}:`,
    subject: `${source}:`,
  };
  return new Map(
    [...types].map(([name, type]) => [
      name,
      { ...type, prefix: prefixes[name] ?? '' },
    ]),
  );
}

function compileFields(
  types: FieldTypes,
  given: Readonly<Record<string, unknown>>,
  place: Place,
): Map<string, Field> {
  place.refuseUnknown(given, [...entryKeys, ...types.keys()]);
  const fields = new Map<string, Field>();
  for (const [name, type] of types) {
    if (name in given) {
      const field = compileField(type, given[name], place.at(name));
      if (field) fields.set(name, field);
    } else if (type.isRequired) {
      place.refuse(`lacks "${name}", which every record event has`);
    }
  }
  return fields;
}
