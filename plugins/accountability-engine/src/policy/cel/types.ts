/** Static types of the CEL subset that scorecards use. `any` is the element of an empty list: no value ever has it. */
export type CelStaticType =
  | {
      kind:
        | 'any'
        | 'bool'
        | 'int'
        | 'double'
        | 'string'
        | 'timestamp'
        | 'duration';
    }
  | { kind: 'list'; element: CelStaticType }
  | { kind: 'map'; key: CelStaticType; value: CelStaticType };

export const ANY: CelStaticType = { kind: 'any' };
export const BOOL: CelStaticType = { kind: 'bool' };
export const INT: CelStaticType = { kind: 'int' };
export const DOUBLE: CelStaticType = { kind: 'double' };
export const STRING: CelStaticType = { kind: 'string' };
export const TIMESTAMP: CelStaticType = { kind: 'timestamp' };
export const DURATION: CelStaticType = { kind: 'duration' };
export const STRINGS: CelStaticType = { kind: 'list', element: STRING };
export const STRING_MAP: CelStaticType = {
  kind: 'map',
  key: STRING,
  value: STRING,
};

/** The type as an author would write it: `list<string>`. */
export function typeName(type: CelStaticType): string {
  if (type.kind === 'list') return `list<${typeName(type.element)}>`;
  if (type.kind === 'map') {
    return `map<${typeName(type.key)}, ${typeName(type.value)}>`;
  }
  return type.kind;
}

/** The type that holds values of both, or nothing where there is none. */
export function joinTypes(
  a: CelStaticType,
  b: CelStaticType,
): CelStaticType | undefined {
  if (a.kind === 'any') return b;
  if (b.kind === 'any') return a;
  if (a.kind === 'list' && b.kind === 'list') {
    const element = joinTypes(a.element, b.element);
    return element && { kind: 'list', element };
  }
  if (a.kind === 'map' && b.kind === 'map') {
    const key = joinTypes(a.key, b.key);
    const value = joinTypes(a.value, b.value);
    return key && value && { kind: 'map', key, value };
  }
  return a.kind === b.kind ? a : undefined;
}
