/** Rows by the service they speak of, in the order in which they come. */
export function groupByRef<T extends { entity_ref: string }>(
  rows: readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.entity_ref);
    if (group) group.push(row);
    else groups.set(row.entity_ref, [row]);
  }
  return groups;
}
