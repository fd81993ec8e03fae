/** So many records alike, each built from its own id: `many(9, 'd', deployed)` gives d1 to d9. */
export function many<T>(
  count: number,
  prefix: string,
  build: (id: string) => T,
): T[] {
  return Array.from({ length: count }, (_, i) => build(`${prefix}${i + 1}`));
}
