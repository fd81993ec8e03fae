import { CelInput, celError } from '@bufbuild/cel';
import { PolicyScope } from '../PolicyEngine';
import { Reading, readReference } from './readReference';
import { Reference, bindingOf } from './Reference';

/** Values by the names under which the planned tree reads them. */
export type Bindings = Record<string, CelInput>;

/** Without a prototype, so that no name resolves to what every object has. */
const empty = (): Bindings => Object.create(null);

/** One for all: to make an error writes down the stack, which took a quarter of judging services of which little is known. */
const unknown = celError('unknown');

function bound(reference: Reference, reading: Reading): unknown {
  if (!reference.tested) {
    return 'value' in reading ? reading.value : unknown;
  }
  if ('value' in reading) return true;
  // `has(fact)` asks whether it is known; of all else, whether it is set.
  const certain = reference.of === 'fact' && reference.key === undefined;
  return certain || !reading.unsure ? false : unknown;
}

/**
 * What an expression reads of a scope. What is unknown is an error to CEL,
 * which its `&&` and `||` treat as the third truth value.
 */
export function bindScope(
  references: readonly Reference[],
  scope: PolicyScope,
): Bindings {
  const bindings = empty();
  for (const reference of references) {
    const value = bound(reference, readReference(reference, scope));
    Reflect.set(bindings, bindingOf(reference), value);
  }
  return bindings;
}

/** The bindings with the variable of a macro among them. */
export function bindLocal(
  bindings: Bindings,
  name: string,
  value: CelInput,
): Bindings {
  const inner = Object.assign(empty(), bindings);
  inner[name] = value;
  return inner;
}
