/** Rows once each, the newest telling: a page that is read again may hold what a later page held. */
export function uniqueByRef<T extends { entityRef: string }>(rows: T[]): T[] {
  const seen = new Set<string>();
  return rows.filter(({ entityRef }) => {
    if (seen.has(entityRef)) return false;
    seen.add(entityRef);
    return true;
  });
}
