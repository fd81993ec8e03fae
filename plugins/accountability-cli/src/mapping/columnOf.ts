/** Text of a column; a dotted name reaches into the objects of an NDJSON row. Nothing there is an empty text. */
export function columnOf(
  values: Record<string, unknown>,
  column: string,
): string {
  const found = column in values ? values[column] : dig(values, column);
  if (found === undefined || found === null) return '';
  return typeof found === 'object' ? JSON.stringify(found) : String(found);
}

function dig(values: Record<string, unknown>, path: string): unknown {
  let found: unknown = values;
  for (const key of path.split('.')) {
    if (found === null || typeof found !== 'object') return undefined;
    found = Object.entries(found).find(([name]) => name === key)?.[1];
  }
  return found;
}
