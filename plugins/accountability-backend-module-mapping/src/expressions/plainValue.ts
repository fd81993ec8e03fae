import {
  CelList,
  CelValue,
  isCelError,
  isCelList,
  isCelMap,
  isCelType,
  isCelUint,
  parse,
  plan,
} from '@bufbuild/cel';
import { environment } from './environment';

/** What an expression gave, as fields take it. An object is none of these. */
export type PlainValue = Scalar | readonly Scalar[];

type Scalar = string | number | boolean;

/** Entries of a list that are looked at; no field takes as many. */
const MOST_ENTRIES = 100;

const asText = plan(environment, parse('string(value)'));

/** A value of CEL in plain words of JSON; undefined for objects and what JSON does not have. */
export function plainValue(value: CelValue): PlainValue | undefined {
  if (isCelUint(value)) return plainWhole(value.value);
  if (typeof value === 'bigint') return plainWhole(value);
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : undefined;
  }
  if (typeof value !== 'object') return value;
  if (value === null || isCelMap(value) || isCelType(value)) return undefined;
  if (isCelList(value)) return scalarsOf(value);
  const text = asText({ value });
  return isCelError(text) || typeof text !== 'string' ? undefined : text;
}

/** The first of its entries; lists in lists are left out. */
function scalarsOf(list: CelList): Scalar[] {
  const scalars: Scalar[] = [];
  let looked = 0;
  for (const each of list) {
    if (++looked > MOST_ENTRIES) break;
    const plain = isCelList(each) ? undefined : plainValue(each);
    if (plain !== undefined && typeof plain !== 'object') scalars.push(plain);
  }
  return scalars;
}

/** A whole number that a number cannot hold is told in digits. */
function plainWhole(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}
