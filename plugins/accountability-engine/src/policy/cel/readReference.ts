import { CelInput } from '@bufbuild/cel';
import { FactUnit } from 'backstage-plugin-accountability-common';
import { PolicyScope } from '../PolicyEngine';
import { readEntity } from './readEntity';
import { Reference } from './Reference';
import { readData } from './readData';

/**
 * What a scope has of a reference. `because` says why it is unknown, as a
 * sentence without its dot; `unsure` that not even that it is unset is known.
 */
export type Reading =
  | { value: CelInput }
  | { because: string; unsure: boolean };

const withoutDot = (sentence: string) => sentence.trim().replace(/\.$/, '');

/** What holds the value, before its type is looked at. */
type Held =
  | { data: unknown; unit: FactUnit; long?: boolean }
  | { because: string };

function factOf({ name, unit = 'count' }: Reference, scope: PolicyScope): Held {
  const fact = scope.facts.get(name);
  if (!fact) return { because: `${name} is unknown: it was not measured` };
  if (fact.status === 'unknown') {
    return { because: `${name} is unknown: ${withoutDot(fact.because)}` };
  }
  return { data: fact.value, unit, long: true };
}

const unitOf: Partial<Record<string, FactUnit>> = {
  list: 'texts',
  map: 'labels',
};

function propertyOf(reference: Reference, scope: PolicyScope): Held {
  const { of, name, path } = reference;
  const map = reference.key !== undefined;
  const unit = map ? 'labels' : unitOf[reference.type.kind] ?? 'text';
  if (of === 'service') {
    const data = readEntity(name, scope.service);
    return data === undefined
      ? { because: `service.${name} is not set in the catalog` }
      : { data, unit };
  }
  const data: unknown = Reflect.get(Object(scope.request), name);
  return data === undefined || data === ''
    ? { because: `${path} was not given` }
    : { data, unit };
}

/** The value of a reference in a scope, or why there is none. */
export function readReference(
  reference: Reference,
  scope: PolicyScope,
): Reading {
  const { of, path, key } = reference;
  if (of === 'now') return readData({ data: scope.now, unit: 'instant' }, path);
  const held =
    of === 'fact' ? factOf(reference, scope) : propertyOf(reference, scope);
  if ('because' in held) return { ...held, unsure: of === 'fact' };
  if (key === undefined) return readData(held, path);
  const entries = Object(held.data);
  const isMap = typeof held.data === 'object' && !Array.isArray(held.data);
  if (!isMap) return readData(held, path);
  if (!Object.hasOwn(entries, key)) {
    const where = of === 'service' ? 'not set in the catalog' : 'not there';
    return { because: `${path} is ${where}`, unsure: false };
  }
  return readData({ data: entries[key], unit: 'text', long: true }, path);
}
