import { z } from 'zod';
import { StaticType } from '../expressions/checkTypes';
import { Expression } from '../expressions/compileExpression';
import { PlainValue, plainValue } from '../expressions/plainValue';
import { Scope } from '../expressions/Scope';
import { objectOf } from '../mapping/objectOf';
import { Place } from '../mapping/Place';
import { nearestName } from '../mapping/nearestName';
import { Reading, compileReading } from './compileReading';
import { FieldForm, FieldType } from './fieldTypes';
import { Fitted, fitValue } from './fitValue';

/** What a field gives for one scope. A constant says nothing of the payload. */
export type FieldValue = Fitted & { isConstant?: boolean };

/** Fills one field of a record event. */
export interface Field {
  isRequired: boolean;
  /** Where it is configured. */
  path: string;
  expressions: readonly Expression[];
  read(scope: Scope): FieldValue;
}

const anyNumber: StaticType[] = ['int', 'uint', 'double'];
const wantedTypes: Record<FieldForm, readonly StaticType[]> = {
  text: ['string', ...anyNumber, 'google.protobuf.Timestamp'],
  url: ['string'],
  number: [...anyNumber, 'string'],
  boolean: ['bool', 'string'],
  choice: ['string'],
  instant: ['string', ...anyNumber, 'google.protobuf.Timestamp'],
  list: ['list'],
  object: [],
  record: [],
};

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const constantForm = z.strictObject({ value: scalar });
const valuesForm = z.strictObject({
  from: z.unknown(),
  values: z.record(z.string(), scalar),
});

const noEntry: Fitted = {
  ok: false,
  because: 'gives something that values has no entry for',
};

/** Compiles how one field is filled: an expression, several, `{from, values}`, `{value}`, or an object of these. */
export function compileField(
  type: FieldType,
  given: unknown,
  place: Place,
): Field | undefined {
  const rest = { isRequired: type.isRequired, path: place.path };
  if (type.form === 'object' || type.form === 'record') {
    const members = compileMembers(type, given, place);
    return members && { ...rest, ...readMembers(type, members) };
  }
  if (typeof given === 'string' && isWord(given, type)) {
    return place.refuse(
      `\`${given}\` is a path of the payload; the word itself is written {value: ${given}}`,
    );
  }
  if (typeof given === 'string' || Array.isArray(given)) {
    const reading = compileReading(given, place, wantedTypes[type.form]);
    return reading && { ...rest, ...readFitted(type, reading) };
  }
  const constant = constantForm.safeParse(given);
  if (constant.success) {
    const fitted = fitConstant(type, constant.data.value, place.at('value'));
    return (
      fitted && {
        ...rest,
        expressions: [],
        read: () => ({ ...fitted, isConstant: true }),
      }
    );
  }
  const lookup = valuesForm.safeParse(given);
  if (lookup.success) {
    const read = compileLookup(type, lookup.data, place);
    return read && { ...rest, ...read };
  }
  return place.refuse(
    'has to be an expression, a list of expressions, {from, values} or {value}',
  );
}

/** A word of the vocabulary in place of an expression is a slip: as a path it would find nothing. */
function isWord(text: string, { choices }: FieldType): boolean {
  return choices.includes(text) || text === 'production';
}

type Read = Pick<Field, 'expressions' | 'read'>;

function readFitted(type: FieldType, reading: Reading): Read {
  return {
    expressions: reading.expressions,
    read: scope => {
      const value = reading.read(scope);
      return value === undefined
        ? { ok: false, because: reading.describe(scope) }
        : because(reading, fitValue(type, plainValue(value)));
    },
  };
}

function because(reading: Reading, fitted: Fitted): Fitted {
  const texts = reading.expressions.map(({ text }) => text).join(', ');
  return fitted.ok
    ? fitted
    : { ok: false, because: `${texts} ${fitted.because}` };
}

/** A value that the author wrote; what the vocabulary does not have is a fault of the configuration. */
function fitConstant(
  type: FieldType,
  value: PlainValue,
  place: Place,
): Fitted | undefined {
  const fitted = fitValue(type, value);
  if (fitted.ok) return fitted;
  return type.choices.length > 0
    ? place.refuse(
        `"${value}" is none of its words${nearestName(
          String(value),
          type.choices,
        )}`,
      )
    : place.refuse(fitted.because);
}

function compileLookup(
  type: FieldType,
  { from, values }: z.infer<typeof valuesForm>,
  place: Place,
): Read | undefined {
  const reading = compileReading(from, place.at('from'), [
    'string',
    'bool',
    ...anyNumber,
  ]);
  const table = new Map<string, Fitted>();
  for (const [key, value] of Object.entries(values)) {
    const fitted = fitConstant(type, value, place.at('values').at(key));
    if (fitted) table.set(key, fitted);
  }
  if (Object.keys(values).length === 0) {
    return place.at('values').refuse('names no value');
  }
  return (
    reading && {
      expressions: reading.expressions,
      read: scope => {
        const value = reading.read(scope);
        if (value === undefined) {
          return { ok: false, because: reading.describe(scope) };
        }
        const plain = plainValue(value);
        const isScalar = plain !== undefined && typeof plain !== 'object';
        const found = isScalar ? table.get(String(plain)) : undefined;
        return found ?? because(reading, noEntry);
      },
    }
  );
}

function compileMembers(
  type: FieldType,
  given: unknown,
  place: Place,
): Map<string, Field> | undefined {
  const object = objectOf(given);
  if (!object) return place.refuse('has to be an object with a field each');
  const { element, members } = type;
  if (!element) place.refuseUnknown(object, [...members.keys()]);
  const fields = new Map<string, Field>();
  for (const [key, each] of Object.entries(object)) {
    const member = element ?? members.get(key);
    const field = member && compileField(member, each, place.at(key));
    if (field) fields.set(key, field);
  }
  for (const [key, { isRequired }] of members) {
    if (isRequired && !(key in object)) place.refuse(`lacks "${key}"`);
  }
  return fields;
}

/** An object of which nothing was in the payload says nothing, whatever its constants are. */
function readMembers(type: FieldType, fields: Map<string, Field>): Read {
  return {
    expressions: [...fields.values()].flatMap(field => field.expressions),
    read: scope => {
      const object: Record<string, unknown> = {};
      let isTold = false;
      for (const [key, field] of fields) {
        const value = field.read(scope);
        if (!value.ok) continue;
        object[key] = value.value;
        isTold ||= !value.isConstant;
      }
      const parsed = z.safeParse(type.schema, object);
      return isTold && parsed.success
        ? { ok: true, value: object }
        : { ok: false, because: 'gives nothing that fits' };
    },
  };
}
