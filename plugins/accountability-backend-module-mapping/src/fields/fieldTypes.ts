import {
  instant,
  recordEventSchema,
} from 'backstage-plugin-accountability-common';
import { z } from 'zod';

type Schema = z.core.$ZodType;

/** How a field of a record event is filled. */
export type FieldForm =
  | 'text'
  | 'url'
  | 'number'
  | 'boolean'
  | 'choice'
  | 'instant'
  | 'list'
  | 'object'
  | 'record';

/** A field as the vocabulary defines it. */
export interface FieldType {
  form: FieldForm;
  schema: Schema;
  isRequired: boolean;
  /** Most characters of a text that is cut rather than left out. */
  cutAfter?: number;
  /** What stands before every text. */
  prefix: string;
  /** The words of a choice. */
  choices: readonly string[];
  /** The fields of an object. */
  members: FieldTypes;
  /** What a list or a record holds. */
  element?: FieldType;
}

/** Fields by their names. */
export type FieldTypes = ReadonlyMap<string, FieldType>;

const simpleForms: Readonly<Record<string, FieldForm>> = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
};

/** Longer ones are cut: half a title still says what it is about, half a version is another one. */
const CUT = 'title';

function typeOf(given: Schema, name = ''): FieldType {
  const isRequired = !z.safeParse(given, undefined).success;
  const schema = given instanceof z.ZodOptional ? given.unwrap() : given;
  const form = simpleForms[schema._zod.def.type];
  return {
    form: form ?? 'choice',
    schema,
    isRequired,
    cutAfter: name === CUT ? lengthOf(schema) : undefined,
    prefix: '',
    choices: [],
    members: new Map(),
    ...formOf(schema),
  };
}

function lengthOf(schema: Schema): number | undefined {
  return schema instanceof z.ZodString
    ? schema.maxLength ?? undefined
    : undefined;
}

/** What a schema of more than one plain value holds. */
function formOf(schema: Schema): Partial<FieldType> {
  if (schema === instant) return { form: 'instant' };
  if (schema instanceof z.ZodURL) return { form: 'url' };
  if (schema instanceof z.ZodArray) {
    return { form: 'list', element: typeOf(schema.element) };
  }
  if (schema instanceof z.ZodRecord) {
    return { form: 'record', element: typeOf(schema.valueType) };
  }
  if (schema instanceof z.ZodObject) {
    return { form: 'object', members: membersOf(schema.shape) };
  }
  if (schema instanceof z.ZodEnum) {
    return { choices: schema.options.map(String) };
  }
  if (schema instanceof z.ZodLiteral) {
    return { choices: [...schema.values].map(String) };
  }
  return {};
}

function membersOf(shape: Readonly<Record<string, Schema>>): FieldTypes {
  return new Map(
    Object.entries(shape).map(([name, schema]) => [name, typeOf(schema, name)]),
  );
}

/** The fields of a record event by its kind, as the vocabulary has them; the kind itself is none of them. */
export const fieldTypes: ReadonlyMap<string, FieldTypes> = new Map(
  recordEventSchema.options.map(({ shape }) => {
    const { kind, ...fields } = shape;
    return [kind.value, membersOf(fields)];
  }),
);
