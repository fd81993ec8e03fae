import {
  describeIssues,
  readInstant,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { PlainValue } from '../expressions/plainValue';
import { FieldForm, FieldType } from './fieldTypes';

/** A value as the vocabulary takes it, or why there is none. */
export type Fitted =
  | { ok: true; value: unknown }
  | { ok: false; because: string };

const MOST_LISTED = 20;

const refuse = (because: string): Fitted => ({ ok: false, because });

type Scalar = string | number | boolean;

const candidates: Record<
  FieldForm,
  (given: Scalar, type: FieldType) => unknown
> = {
  text: textOf,
  url: given =>
    typeof given === 'string' && /^https?:\/\//i.test(given.trim())
      ? given.trim()
      : undefined,
  number: given =>
    typeof given === 'number' || /^-?\d+(\.\d+)?$/.test(String(given).trim())
      ? Number(given)
      : undefined,
  boolean: given => {
    const word = String(given).trim().toLowerCase();
    return ['true', 'false'].includes(word) ? word === 'true' : undefined;
  },
  choice: (given, { choices }) =>
    choices.find(choice => choice === String(given).trim().toLowerCase()),
  instant: given =>
    typeof given === 'boolean' ? undefined : readInstant(given),
  list: () => undefined,
  object: () => undefined,
  record: () => undefined,
};

/** Fits a value to its field: senders write numbers as texts and times as numbers. The reason never holds the value. */
export function fitValue(
  type: FieldType,
  given: PlainValue | undefined,
): Fitted {
  if (given === undefined) return refuse('gives an object');
  if (type.form === 'list') return fitList(type, given);
  if (typeof given === 'object') return refuse('gives a list');
  const candidate = candidates[type.form](given, type);
  if (candidate === undefined) {
    return refuse(`gives ${nameOf(given)} that is no ${nameOfForm(type)}`);
  }
  const parsed = z.safeParse(type.schema, candidate);
  return parsed.success
    ? { ok: true, value: candidate }
    : refuse(`does not fit: ${describeIssues(parsed.error)}`);
}

/** Past 2^53 a number of JSON is not the one that was sent, and an id must be. */
function textOf(given: Scalar, type: FieldType): string | undefined {
  if (typeof given === 'boolean') return undefined;
  const isExact =
    typeof given === 'string' ||
    !Number.isInteger(given) ||
    Number.isSafeInteger(given);
  const text = String(given).trim();
  return isExact && text !== '' ? type.prefix + cut(text, type) : undefined;
}

/** Never between the halves of a surrogate pair. */
function cut(text: string, { cutAfter = Infinity }: FieldType): string {
  return text.length > cutAfter
    ? text
        .slice(0, cutAfter)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trim()
    : text;
}

/** Entries that do not fit are left out. */
function fitList(type: FieldType, given: PlainValue): Fitted {
  const { element } = type;
  if (typeof given !== 'object' || !element) {
    return refuse(`gives ${nameOf(given)} that is no list`);
  }
  const value = given
    .flatMap(each => {
      const fitted = fitValue(element, each);
      return fitted.ok ? [fitted.value] : [];
    })
    .slice(0, MOST_LISTED);
  return value.length > 0
    ? { ok: true, value }
    : refuse('gives no entry that fits');
}

function nameOf(given: PlainValue): string {
  if (typeof given === 'number' && Number.isInteger(given)) {
    return Number.isSafeInteger(given)
      ? 'a number'
      : 'a whole number above 2^53, which is not exact in JSON,';
  }
  return typeof given === 'string' ? 'a text' : `a ${typeof given}`;
}

function nameOfForm({ form, choices }: FieldType): string {
  if (form === 'choice')
    return `word of the vocabulary (${choices.join(', ')})`;
  return form === 'instant' ? 'time with a zone' : form;
}
