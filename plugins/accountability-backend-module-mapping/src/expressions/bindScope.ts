import { CelInput } from '@bufbuild/cel';
import { Scope } from './Scope';

/** The value of a top-level name: ours, else a field of the payload. */
export function valueOfName(name: string, scope: Scope): CelInput | undefined {
  switch (name) {
    case 'payload':
      return scope.payload;
    case 'headers':
      return scope.headers;
    case 'receivedAt':
      return scope.receivedAt;
    case 'item':
      return scope.item;
    default:
      return scope.payload instanceof Map ? scope.payload.get(name) : undefined;
  }
}

/** The names that an expression reads, and no others: a key "a.b" of the payload never passes for `a.b`. */
export function bindScope(
  names: ReadonlySet<string>,
  scope: Scope,
): Record<string, CelInput> {
  const bound: Record<string, CelInput> = Object.create(null);
  for (const name of names) {
    const value = valueOfName(name, scope);
    if (value !== undefined) bound[name] = value;
  }
  return bound;
}
