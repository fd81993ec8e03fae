/** The text of an attribute (`@name`) or of a child without children; undefined where there is none. */
export function textOf(element: unknown, name: string): string | undefined {
  const found = fieldOf(element, name);
  return typeof found === 'string' ? found : undefined;
}

/** The children of a name, which must be one of the `lists` that the document was read with. */
export function childrenOf(element: unknown, name: string): unknown[] {
  const found = fieldOf(element, name);
  return Array.isArray(found) ? found : [];
}

/** An attribute or child; undefined where there is none. */
export function fieldOf(element: unknown, name: string): unknown {
  return element !== null &&
    typeof element === 'object' &&
    Object.hasOwn(element, name)
    ? Reflect.get(element, name)
    : undefined;
}

/** A count, as XML writes it; undefined for anything else. */
export function countOf(element: unknown, name: string): number | undefined {
  const text = textOf(element, name);
  return text && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
