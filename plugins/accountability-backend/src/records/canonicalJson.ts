/** JSON with sorted keys and without absent ones, so that equal values have equal bytes. */
export function canonicalJson(value: unknown): string {
  // Copied first: a replacer makes JSON.stringify twice as slow.
  return JSON.stringify(sortKeys(value));
}

function sortKeys(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sortKeys);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}
